/**
 * How much of what a system would send is written, so that a year can be sent while one waits: everything, only what
 * ends something (it tells all the times), or of that only that a change was merged and a
 * deployment done.
 */
export type Detail = 'full' | 'finished' | 'ends';

const DAY = 24 * 3_600_000;

/** Full for a week, finished for the ninety days that screens show at first. */
export function detailBefore(today: number): (time: number) => Detail {
  return time => {
    if (time >= today - 7 * DAY) {
      return 'full';
    }
    return time >= today - 100 * DAY ? 'finished' : 'ends';
  };
}
