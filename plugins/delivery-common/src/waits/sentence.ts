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
  approval: 'Waiting for approval',
  mergeQueue: 'Waiting in the merge queue',
  ci: 'Waiting for CI',
  reviewPickup: 'Waiting for review',
  rework: 'Rework',
  deployWait: 'Waiting for deployment',
  coding: 'Coding',
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
  if (few) {
    return n === 1
      ? `${PHRASES[kind]} takes most of the time of 1 change, which arrived after ${time}`
      : `${PHRASES[kind]} takes most of the time of ${n} changes; half arrive within ${time}`;
  }
  return `${PHRASES[kind]} takes ${Math.round(
    share * 100,
  )} % of the time of ${n} changes; half arrive within ${time}`;
}

/**
 * The largest wait in plain English.
 *
 * @example
 * `Waiting for review takes 41 % of the time of 27 changes; half arrive within 3.2 d; oldest: #812, 6 d.`
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
