import { BackstageUserInfo } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { DbWaiverRow } from '../../database/tables';
import { WaiverDecision, WaiverSide } from './WaiverService';

/** The sides of a waiver that someone belongs to. */
export function sidesOf(
  actor: BackstageUserInfo,
  owners: Record<WaiverSide, string | null>,
): Set<WaiverSide> {
  const refs = [actor.userEntityRef, ...actor.ownershipEntityRefs];
  return new Set(
    (['entity-owner', 'scorecard-owner'] as const).filter(side => {
      const owner = owners[side];
      return owner !== null && refs.includes(owner);
    }),
  );
}

/** The columns of an approval for these sides, and the state that follows. */
export function approve(
  row: Pick<DbWaiverRow, 'entity_owner_by' | 'scorecard_owner_by' | 'state'>,
  options: { sides: ReadonlySet<WaiverSide>; by: string; now: number },
): Partial<DbWaiverRow> {
  const { sides, by, now } = options;
  const byEntity = row.entity_owner_by === null && sides.has('entity-owner');
  const byScorecard =
    row.scorecard_owner_by === null && sides.has('scorecard-owner');
  const isInForce =
    (byEntity || row.entity_owner_by !== null) &&
    (byScorecard || row.scorecard_owner_by !== null);
  return {
    ...(byEntity && { entity_owner_by: by, entity_owner_at: now }),
    ...(byScorecard && { scorecard_owner_by: by, scorecard_owner_at: now }),
    state: isInForce ? 'approved' : row.state,
  };
}

/** The columns that a decision changes. Throws when it may not be made. */
export function decideWaiver(
  row: DbWaiverRow,
  options: {
    actor: BackstageUserInfo;
    decision: WaiverDecision;
    now: number;
    owners: Record<WaiverSide, string | null>;
    reason?: string;
  },
): Partial<DbWaiverRow> {
  const { actor, decision, now, owners } = options;
  const by = actor.userEntityRef;
  const sides = sidesOf(actor, owners);
  const isOwn = decision === 'withdraw' && row.requested_by === by;
  if (sides.size === 0 && !isOwn) {
    throw new NotAllowedError(
      isolated`Only members of '${owners['entity-owner']}' and '${owners['scorecard-owner']}' decide on waiver '${row.id}'`,
    );
  }
  if (Number(row.expires_at) <= now || !isOpen(row, decision)) {
    throw new ConflictError(
      isolated`Waiver '${row.id}' is ${
        Number(row.expires_at) <= now ? 'expired' : row.state
      }; there is nothing to ${decision}`,
    );
  }
  switch (decision) {
    case 'approve':
      return approve(row, { sides, by, now });
    case 'reject':
      if (!options.reason?.trim()) {
        throw new InputError(`'reason' is needed to reject a waiver`);
      }
      return {
        state: 'rejected',
        rejected_by: by,
        rejected_at: now,
        rejected_reason: options.reason.trim(),
      };
    case 'withdraw':
      return { state: 'withdrawn' };
    default:
      throw new InputError(
        `'${decision}' is not a decision; use approve, reject or withdraw`,
      );
  }
}

/** What is in force can be withdrawn, and rejected by a side that thinks again. */
function isOpen(row: DbWaiverRow, decision: WaiverDecision): boolean {
  return (
    row.state === 'requested' ||
    (row.state === 'approved' && decision !== 'approve')
  );
}
