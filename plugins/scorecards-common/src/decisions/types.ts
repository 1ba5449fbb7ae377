/**
 * Through what kind of principal a decision was made: a person at work, software with the rights of a person, a
 * service, or not noted, which is so of what was decided before there was a log.
 *
 * @public
 */
export type PrincipalKind = 'user' | 'agent' | 'service' | 'unknown';

/**
 * A person's entry in the log of decisions. Nothing is ever taken out of the log or written over: where a subject
 * stands follows from its entries.
 *
 * @public
 */
export interface Decision {
  /** What was done; each kind of subject has moves of its own. */
  move: string;
  /** As which side; null where the move has no sides. */
  side: string | null;
  /** Who decided; null where nobody noted it. */
  actor: string | null;
  principal: PrincipalKind;
  reason: string | null;
  /** ISO 8601. */
  at: string;
}
