import { ConflictError, NotAllowedError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import {
  Waiver,
  WaiverMove,
  WaiverRefusal,
  WaiverSide,
} from '@fairlead/backstage-plugin-scorecards-common';

/** The error for a move that may not be made; its message says what to do instead. */
export function refuseMove(
  refusal: WaiverRefusal,
  waiver: Waiver,
  move: WaiverMove,
): Error {
  const ownerOf = (side: WaiverSide) =>
    waiver.sides.find(other => other.side === side)?.ownerRef ?? 'nobody';
  switch (refusal) {
    case 'agent':
      return new NotAllowedError(
        `Software may ask for a waiver and take its request back; to ${move} one is for people, in the portal`,
      );
    case 'alone':
      return new NotAllowedError(
        isolated`You asked for waiver '${waiver.id}' and approved it for one side; somebody else has to approve it for the other`,
      );
    case 'not-yours':
      return new NotAllowedError(
        move === 'withdraw'
          ? isolated`Only '${waiver.requestedBy}', who asked for waiver '${waiver.id}', can withdraw it`
          : isolated`Only members of '${ownerOf(
              'entity-owner',
            )}' and '${ownerOf('scorecard-owner')}' decide on waiver '${
              waiver.id
            }'`,
      );
    default:
      if (waiver.state === 'requested') {
        return new ConflictError(
          isolated`Your side has already approved waiver '${waiver.id}'; the other one is missing`,
        );
      }
      return new ConflictError(
        isolated`Waiver '${waiver.id}' is ${
          waiver.state
        }; there is nothing to ${move}${
          waiver.state === 'approved' ? ', but it can be revoked' : ''
        }`,
      );
  }
}
