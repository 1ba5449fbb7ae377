import { isolate } from '@fairlead/bidi-text';
import { WaitSentence } from './summariseWaits';
import { WaitKind } from './types';

const UNITS: [string, number][] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
];

/**
 * A duration as people say it, for example `14 min` or `3.2 d`.
 *
 * @param ms - in milliseconds
 * @public
 */
export function formatDuration(ms: number): string {
  const [unit, size] =
    UNITS.find(([, length]) => Math.abs(ms) >= length) ?? UNITS[3];
  const value = ms / size;
  const digits = Math.abs(value) < 10 && unit !== 's' ? 1 : 0;
  return `${Number(value.toFixed(digits))} ${unit}`;
}

const PHRASES: Record<WaitKind, string> = {
  approval: 'Most time waits for approval',
  mergeQueue: 'Most time waits in the merge queue',
  ci: 'Most time waits for CI',
  reviewPickup: 'Most time waits for review',
  rework: 'Most time goes into rework',
  deployWait: 'Most time waits for deployment',
  coding: 'Most time goes into coding',
};

const WAITED_FOR: Record<WaitKind, string> = {
  approval: 'for approval',
  mergeQueue: 'in the merge queue',
  ci: 'for CI',
  reviewPickup: 'for review',
  rework: 'for rework',
  deployWait: 'for deployment',
  coding: 'for coding',
};

/** How much waits took, as far as it can be said. */
function renderMost(sentence: WaitSentence): string {
  const { kind, share, duration, n, few, open } = sentence;
  if (share === undefined || duration === undefined) {
    return open === 1
      ? `1 change waits now, ${WAITED_FOR[kind]}`
      : `${open} changes wait now, the longest ${WAITED_FOR[kind]}`;
  }
  const time = formatDuration(duration);
  return few
    ? `${PHRASES[kind]} (n = ${n}, median ${time})`
    : `${PHRASES[kind]}: ${Math.round(share * 100)} % of ${time} (n = ${n})`;
}

/**
 * The largest wait in plain English.
 *
 * @example
 * `Most time waits for review: 41 % of 3.2 d (n = 27); oldest: #812, 6 d.`
 *
 * @public
 */
export function renderWaitSentence(sentence: WaitSentence): string {
  const { oldest } = sentence;
  const most = renderMost(sentence);
  return oldest
    ? `${most}; oldest: ${isolate(oldest.name)}, ${formatDuration(oldest.age)}.`
    : `${most}.`;
}
