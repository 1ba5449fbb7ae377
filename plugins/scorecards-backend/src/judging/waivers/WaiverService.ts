import { BackstageUserInfo } from '@backstage/backend-plugin-api';
import { Waiver } from '@fairlead/backstage-plugin-scorecards-common';

/** A side that must approve a waiver: the team owning the entity, or the team owning the scorecard. */
export type WaiverSide = 'entity-owner' | 'scorecard-owner';

export type WaiverDecision = 'approve' | 'reject' | 'withdraw';

/**
 * The life of a waiver: asked for, approved by both sides, in force until it expires. Whoever asks approves for the
 * sides they belong to.
 */
export interface WaiverService {
  /**
   * Throws a NotFoundError for an unknown scorecard, check or entity, an InputError for a reason or an expiry that
   * cannot be taken, and a ConflictError when the same check of the same entity has a waiver asked for or in force.
   */
  request(options: {
    scorecardRef: string;
    checkId: string;
    entityRef: string;
    reason: string;
    /** ISO 8601; ahead, and at most a year. */
    expiresAt: string;
    actor: BackstageUserInfo;
  }): Promise<Waiver>;

  /**
   * Approves for the sides the actor belongs to, rejects (with a reason) from either side, or withdraws what the actor
   * asked for or owns. Throws a NotFoundError for an unknown id, a NotAllowedError when the actor belongs to no side,
   * and a ConflictError when the waiver is past deciding.
   */
  decide(options: {
    id: string;
    decision: WaiverDecision;
    reason?: string;
    actor: BackstageUserInfo;
  }): Promise<Waiver>;
}
