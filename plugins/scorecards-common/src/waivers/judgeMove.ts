import { PrincipalKind } from '../decisions';
import { Waiver, WaiverMove, WaiverSide, WaiverSideStanding } from './types';

/** Who would decide. @public */
export interface WaiverActor {
  /** The ref of a user. */
  ref: string;
  /** What the user owns things through: their own ref and those of their groups. */
  ownershipRefs: readonly string[];
  principal: PrincipalKind;
  /** May revoke any waiver. */
  isAdministrator?: boolean;
}

/**
 * Why a move may not be made: software never decides; it is not the actor's to make; the waiver is past it; or the
 * actor asked for the waiver and would be the only one who approves.
 *
 * @public
 */
export type WaiverRefusal = 'agent' | 'not-yours' | 'settled' | 'alone';

/**
 * As what somebody decides: as a side, as who asked, or as an administrator.
 *
 * @public
 */
export type WaiverRole = WaiverSide | 'asker' | 'administrator';

/** What comes of a move that is tried: as what it is made, or why it is not. @public */
export type WaiverVerdict =
  | { roles: WaiverRole[]; refusal?: undefined }
  | { refusal: WaiverRefusal };

type Standing = Pick<Waiver, 'state' | 'requestedBy' | 'sides'>;

/**
 * The sides for which somebody approves by asking: at most one, and none for software, so that somebody else always has
 * a word.
 *
 * @public
 */
export function sidesApprovedByAsking(
  sides: readonly Pick<WaiverSideStanding, 'side' | 'ownerRef'>[],
  actor: WaiverActor,
): WaiverSide[] {
  return actor.principal === 'user' ? sidesOf(sides, actor).slice(0, 1) : [];
}

/**
 * Whether somebody may make a move on a waiver as it stands, and as what: an approval is one for each
 * side that it is given for, any other move is made once.
 *
 * @public
 */
export function judgeWaiverMove(
  waiver: Standing,
  move: WaiverMove,
  actor: WaiverActor,
): WaiverVerdict {
  const mine = sidesOf(waiver.sides, actor);
  const isAsker = waiver.requestedBy === actor.ref;
  if (actor.principal !== 'user' && move !== 'withdraw') {
    return { refusal: 'agent' };
  }
  if (!isActorsMove(move, { mine, isAsker, actor })) {
    return { refusal: 'not-yours' };
  }
  if (waiver.state !== (move === 'revoke' ? 'approved' : 'requested')) {
    return { refusal: 'settled' };
  }
  if (move === 'approve') {
    return judgeApproval(waiver, mine, isAsker);
  }
  const [side] = mine;
  if (side && move !== 'withdraw') {
    return { roles: [side] };
  }
  return { roles: [isAsker ? 'asker' : 'administrator'] };
}

/** Whether somebody may make a move now. @public */
export function mayMoveWaiver(
  waiver: Standing,
  move: WaiverMove,
  actor: WaiverActor,
): boolean {
  return judgeWaiverMove(waiver, move, actor).refusal === undefined;
}

function isActorsMove(
  move: WaiverMove,
  options: { mine: WaiverSide[]; isAsker: boolean; actor: WaiverActor },
): boolean {
  const { mine, isAsker, actor } = options;
  switch (move) {
    case 'withdraw':
      return isAsker;
    case 'revoke':
      return isAsker || mine.length > 0 || actor.isAdministrator === true;
    default:
      return mine.length > 0;
  }
}

function judgeApproval(
  waiver: Standing,
  mine: readonly WaiverSide[],
  isAsker: boolean,
): WaiverVerdict {
  const open = waiver.sides.flatMap(({ side, approval }) =>
    approval === null && mine.includes(side) ? [side] : [],
  );
  if (open.length === 0) {
    return { refusal: 'settled' };
  }
  const approvers = waiver.sides.flatMap(({ approval }) => approval?.by ?? []);
  const hasOther = approvers.some(by => by !== waiver.requestedBy);
  if (!isAsker || hasOther) {
    return { roles: open };
  }
  return approvers.length > 0
    ? { refusal: 'alone' }
    : { roles: open.slice(0, 1) };
}

function sidesOf(
  sides: readonly Pick<WaiverSideStanding, 'side' | 'ownerRef'>[],
  actor: WaiverActor,
): WaiverSide[] {
  const refs = [actor.ref, ...actor.ownershipRefs];
  return sides.flatMap(({ side, ownerRef }) =>
    ownerRef !== null && refs.includes(ownerRef) ? [side] : [],
  );
}
