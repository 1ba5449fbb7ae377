import { Decision, PrincipalKind } from '../decisions';

/**
 * A side that must approve a waiver: the team owning the entity, or the team owning the scorecard.
 *
 * @public
 */
export type WaiverSide = 'entity-owner' | 'scorecard-owner';

/**
 * Both sides, in the order in which they are shown.
 *
 * @public
 */
export const WAIVER_SIDES: readonly WaiverSide[] = [
  'entity-owner',
  'scorecard-owner',
];

/**
 * Where a waiver stands. It is in force while it is `approved`; `renewed` is one whose place a later waiver took.
 *
 * @public
 */
export type WaiverState =
  | 'requested'
  | 'approved'
  | 'rejected'
  | 'withdrawn'
  | 'revoked'
  | 'renewed'
  | 'expired';

/**
 * All states, in the order in which a waiver meets them.
 *
 * @public
 */
export const WAIVER_STATES: readonly WaiverState[] = [
  'requested',
  'approved',
  'rejected',
  'withdrawn',
  'revoked',
  'renewed',
  'expired',
];

/**
 * What somebody decides of a waiver that was asked for.
 *
 * @public
 */
export type WaiverMove = 'approve' | 'reject' | 'withdraw' | 'revoke';

/** Who approved a waiver, and when. @public */
export interface WaiverApproval {
  by: string;
  at: string;
}

/** One side of a waiver: who has approved it, or who is missing. @public */
export interface WaiverSideStanding {
  side: WaiverSide;
  /** The ref of whoever owns the side now; null for nobody. */
  ownerRef: string | null;
  approval: WaiverApproval | null;
}

/**
 * A time-boxed, reasoned exemption of one entity from one check. It holds once both the team that owns the
 * entity and the team that owns the scorecard have approved it. Whoever asks approves for a side they belong to, and
 * never for both: nobody approves their own request alone.
 *
 * @public
 */
export interface Waiver {
  id: string;
  scorecardRef: string;
  checkId: string;
  entityRef: string;
  reason: string;
  state: WaiverState;
  requestedBy: string;
  requestedAt: string;
  /** ISO 8601; at most a year after the request. */
  expiresAt: string;
  entityOwnerApproval: WaiverApproval | null;
  scorecardOwnerApproval: WaiverApproval | null;
  /** Both sides, with their owners. */
  sides: WaiverSideStanding[];
  rejectedBy?: WaiverApproval & { reason: string };
  /** Who ended the waiver while it was in force, and why. */
  revokedBy?: WaiverApproval & { reason: string };
  /** Software asked with the rights of `requestedBy`. */
  requestedThrough?: PrincipalKind;
  /** The same for all waivers that were asked for in one request. */
  requestId?: string;
  /** The id of the waiver in force that this one is to follow. */
  renews?: string;
}

/** `GET /waivers/:id`: a waiver with its entries in the log, oldest first. @public */
export interface WaiverDetailsResponse extends Waiver {
  decisions: Decision[];
}

/** `POST /waivers` for many entities: each was decided by itself. @public */
export interface WaiversRequestedResponse {
  items: Waiver[];
  /** Those for which none could be asked, and why. */
  refused: { entityRef: string; reason: string }[];
}
