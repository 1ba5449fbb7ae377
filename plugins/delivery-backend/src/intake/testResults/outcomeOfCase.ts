import {
  isFailure,
  Outcome,
  parseOutcome,
} from '@fairlead/backstage-plugin-delivery-common';

/** How elements below a test case say that it ended. */
const FAILED = ['failure', 'error'];
const SKIPPED = ['skipped', 'disabled'];

/** A try that failed before one that succeeded. */
const FAILED_BEFORE = ['flakyFailure', 'flakyError'];

/** A try that failed like the one that counts. */
const FAILED_TOO = ['rerunFailure', 'rerunError'];

/** The elements that say how a test case ended. */
export const MARKS: ReadonlySet<string> = new Set([
  ...FAILED,
  ...SKIPPED,
  ...FAILED_BEFORE,
  ...FAILED_TOO,
]);

/** In attributes: what was not run at all. */
const NOT_RUN =
  /^(not[\s_-]?run|disabled|suppressed|ignored|inactive|pending|todo)$/i;

/**
 * How a test case ended, by the elements below it and, where there are none, by its attributes. One that is marked as
 * skipped was not meant to count, even if it was tried and failed.
 */
export function outcomeOfCase(
  marks: ReadonlySet<string>,
  attributes: Record<string, string>,
): { outcome: Outcome; flaky?: boolean } {
  const { status = '', result = '', skipped = '' } = attributes;
  const words = [status, result];
  const said = words.map(parseOutcome);
  const has = (names: string[]) => names.some(name => marks.has(name));
  if (
    has(SKIPPED) ||
    words.some(word => NOT_RUN.test(word.trim())) ||
    said.includes('skipped') ||
    !/^(|0|false|no)$/i.test(skipped)
  ) {
    return { outcome: 'skipped' };
  }
  if (has(FAILED) || said.some(isFailure)) {
    return { outcome: 'failure' };
  }
  if (said.includes('cancelled')) {
    return { outcome: 'cancelled' };
  }
  return has(FAILED_BEFORE)
    ? { outcome: 'success', flaky: true }
    : { outcome: has(FAILED_TOO) ? 'failure' : 'success' };
}
