import { JsonValue } from '@backstage/types';

/**
 * The result of one check on one entity. `no-data`, `stale` and `error` are the three ways of not knowing.
 *
 * @public
 */
export type CheckStatus =
  | 'pass'
  | 'fail'
  | 'no-data'
  | 'stale'
  | 'error'
  | 'waived'
  | 'not-applicable';

/**
 * All statuses, worst news first.
 *
 * @public
 */
export const CHECK_STATUSES: readonly CheckStatus[] = [
  'fail',
  'error',
  'stale',
  'no-data',
  'waived',
  'pass',
  'not-applicable',
];

/**
 * A value that decided a check.
 *
 * @public
 */
export interface Evidence {
  /** `facts.<factId>`, `answers.<teamRef>`, or a path in the entity. */
  path: string;
  /** Null when there is no value. */
  value: JsonValue;
  unit?: string;
  /** When a fact was observed; null for values of the entity itself. */
  observedAt: string | null;
}

/**
 * The parts a score is made of. The score is `pass / total`.
 *
 * @public
 */
export interface ScoreParts {
  /** Weight of the checks that pass. */
  pass: number;
  /** Weight of all applicable, unwaived checks that count today. */
  total: number;
}

/**
 * What stands between an entity and the next level.
 *
 * @public
 */
export interface NextLevel {
  level: string;
  /** The ids of the checks that must pass, the heaviest first. */
  checks: string[];
}

/**
 * Why a result changed.
 *
 * @public
 */
export type TransitionCause =
  | 'facts'
  | 'entity'
  | 'definition'
  | 'waiver'
  | 'answer'
  | 'clock';
