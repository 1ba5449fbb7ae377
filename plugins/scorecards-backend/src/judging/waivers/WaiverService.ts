import {
  Waiver,
  WaiverActor,
  WaiverMove,
} from '@fairlead/backstage-plugin-scorecards-common';

/** What somebody asks for. */
export interface WaiverRequest {
  scorecardRef: string;
  checkId: string;
  entityRef: string;
  reason: string;
  /** ISO 8601; ahead, and at most a year. */
  expiresAt: string;
  /** The id of a waiver in force that this one is to follow. */
  renews?: string;
  /** The same for all that are asked for at once. */
  requestId?: string;
}

/**
 * The life of a waiver: asked for, approved by both sides, in force until it expires or is revoked. Each step is an
 * entry in the log of decisions.
 */
export interface WaiverService {
  /**
   * Throws a NotFoundError for an unknown scorecard, check or entity, an InputError for a reason or an expiry that
   * cannot be taken, and a ConflictError when the same check of the same entity has a waiver asked for or in force, or
   * when the scorecard allows no more waivers of the check.
   */
  request(options: WaiverRequest & { actor: WaiverActor }): Promise<Waiver>;

  /**
   * Approves for the sides the actor belongs to, rejects or revokes with a reason, or withdraws what the actor asked
   * for. Throws a NotFoundError for an unknown id, a NotAllowedError when it is not the actor's to decide, and a
   * ConflictError when the waiver is past it.
   */
  decide(options: {
    id: string;
    decision: WaiverMove;
    reason?: string;
    actor: WaiverActor;
  }): Promise<Waiver>;
}
