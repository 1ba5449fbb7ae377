import { z } from 'zod';

/**
 * How a piece of work ended.
 *
 * @public
 */
export type Outcome =
  | 'success'
  | 'failure'
  | 'cancelled'
  | 'skipped'
  | 'timedOut'
  | 'unknown';

/** All outcomes, in the order in which a tie is decided: bad news wins. @public */
export const OUTCOMES: readonly Outcome[] = [
  'unknown',
  'skipped',
  'cancelled',
  'success',
  'timedOut',
  'failure',
];

/** Accepts an {@link Outcome}. @public */
export const outcomeSchema: z.ZodType<Outcome> = z.enum(
  OUTCOMES as [Outcome, ...Outcome[]],
);

const WORDS: Record<string, Outcome> = {
  success: 'success',
  succeeded: 'success',
  successful: 'success',
  passed: 'success',
  pass: 'success',
  ok: 'success',
  failure: 'failure',
  failed: 'failure',
  fail: 'failure',
  error: 'failure',
  errored: 'failure',
  startup_failure: 'failure',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  cancel: 'cancelled',
  aborted: 'cancelled',
  skipped: 'skipped',
  skip: 'skipped',
  neutral: 'skipped',
  manual: 'skipped',
  timed_out: 'timedOut',
  timedout: 'timedOut',
  timeout: 'timedOut',
};

/**
 * Reads the conclusion, status or outcome word of any source. Case does not matter; a word that is empty or not
 * known is `unknown`, never a success and never a failure.
 *
 * @public
 */
export function parseOutcome(word: string | null | undefined): Outcome {
  const key = (word ?? '')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return Object.hasOwn(WORDS, key) ? WORDS[key] : 'unknown';
}

/** Whether the work ended badly. @public */
export function isFailure(outcome: Outcome | undefined): boolean {
  return outcome === 'failure' || outcome === 'timedOut';
}
