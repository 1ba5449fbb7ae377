import { JsonValue } from '@backstage/types';

/**
 * What kind of value a fact holds.
 *
 * @remarks
 * A `duration` is a number counted in the fact's `unit`; a `date` is an ISO 8601 string.
 *
 * @public
 */
export type FactType =
  | 'boolean'
  | 'number'
  | 'string'
  | 'string[]'
  | 'duration'
  | 'date';

/**
 * The declaration of one fact: what a value under this id means.
 *
 * @public
 */
export interface FactDeclaration {
  /** `<family>.<noun>.<measure>`, for example `ownership.ownerExists`. */
  id: string;
  type: FactType;
  /**
   * The unit a number is counted in, for example `count`, `percent`, `ratio` (0 to 1, shown in percent), or for
   * durations one of `ms`, `s`, `min`, `h`, `d`.
   */
  unit?: string;
  /** A short name in sentence case. */
  title: string;
  /** What is measured and how, in a sentence or two. */
  description: string;
  /** Where the definition of the number is written down. */
  definitionUrl?: string;
  /** Where the records behind a value are: a path below the page of the entity, for example `delivery?measure=leadTime`. */
  recordsPath?: string;
  /** The ids of facts that are told beside this one, because they say what it comes from. */
  explainedBy?: string[];
  /** How long a value holds after it was observed, for example `26h`. Without it a value never turns stale. */
  timeToLive?: string;
}

/**
 * The state of a stored fact. A fact that was never observed has no record at all.
 *
 * @public
 */
export type FactState = 'ok' | 'stale' | 'error';

/**
 * One typed, dated value about one entity.
 *
 * @public
 */
export interface Fact {
  id: string;
  /** Absent when the source failed before it ever saw a value. */
  value?: JsonValue;
  unit?: string;
  /** The id of the source that observed it. */
  source: string;
  /** ISO 8601, UTC. */
  observedAt: string;
  state: FactState;
  /** What the source failed on; present when `state` is `error`. */
  error?: string;
  /** When the value turns stale, ISO 8601, UTC. */
  expiresAt?: string;
}

/**
 * A fact type as the backend knows it: declared by a source or by configuration, or only received.
 *
 * @public
 */
export interface KnownFact extends Partial<Omit<FactDeclaration, 'id'>> {
  id: string;
  /** The sources that declare or have sent it. */
  sources: string[];
  /** False for a fact that was only ever received over HTTP and never declared. */
  declared: boolean;
}
