/**
 * How much of what a system would send is written, so that a year can be sent while one waits: everything, only what
 * ends something (it tells all the times), of builds no jobs, or only that a change was merged and a deployment done.
 */
export type Detail = 'full' | 'finished' | 'runs' | 'ends';

const DAY = 24 * 3_600_000;

/** From how many days before today on, the latest first. */
const DAYS: readonly [number, Detail][] = [
  [7, 'full'],
  // Enough for the jobs that take the most time to be known.
  [40, 'finished'],
  // The ninety days that screens show at first.
  [100, 'runs'],
];

/** How much is written of what was at a time. Milliseconds since the epoch. */
export function detailBefore(today: number): (time: number) => Detail {
  return time =>
    DAYS.find(([days]) => time >= today - days * DAY)?.[1] ?? 'ends';
}

/** Whether something is told that is there for whoever looks now. */
export function isRecent(detail: Detail): boolean {
  return detail === 'full' || detail === 'finished';
}
