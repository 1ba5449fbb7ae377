import { CheckStatus } from '../results';

/**
 * The value of a condition. The three ways of not knowing stand above the two of knowing, the gravest highest, so that
 * the unknown of a conjunction or disjunction is the maximum of its parts.
 */
export const OUTCOME = {
  false: 0,
  true: 1,
  noData: 2,
  stale: 3,
  error: 4,
} as const;

export type Outcome = (typeof OUTCOME)[keyof typeof OUTCOME];

const STATUSES: readonly CheckStatus[] = [
  'fail',
  'pass',
  'no-data',
  'stale',
  'error',
];

export function isUnknown(outcome: Outcome): boolean {
  return outcome > OUTCOME.true;
}

export function negate(outcome: Outcome): Outcome {
  if (isUnknown(outcome)) {
    return outcome;
  }
  return outcome === OUTCOME.true ? OUTCOME.false : OUTCOME.true;
}

export function toOutcome(value: boolean): Outcome {
  return value ? OUTCOME.true : OUTCOME.false;
}

export function toStatus(outcome: Outcome): CheckStatus {
  return STATUSES[outcome];
}
