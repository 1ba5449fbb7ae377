import { DAY } from './times';

/** The week from which pull requests are counted. */
const FIRST_WEEK = Date.UTC(2024, 0, 1);

/** What most repositories never use up. */
export const NUMBERS_A_WEEK = 12;

/** The number of the first pull request of a week. */
export function firstNumberOf(week: number): number {
  return Math.round((week - FIRST_WEEK) / (7 * DAY)) * NUMBERS_A_WEEK + 1;
}
