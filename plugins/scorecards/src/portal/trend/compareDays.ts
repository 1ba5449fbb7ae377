import { DailyTotals } from '@fairlead/backstage-plugin-scorecards-common';

/** How many more or fewer entities stand at a level or better than on the first known day. */
export interface DayComparison {
  level: string;
  now: number;
  entities: number;
  difference: number;
  since: string;
}

/** Compares the last known day with the first, at the level in the middle of the ladder; undefined for fewer than two. */
export function compareDays(
  levels: readonly string[],
  days: readonly DailyTotals[],
): DayComparison | undefined {
  if (days.length < 2 || levels.length === 0) {
    return undefined;
  }
  const first = days[0];
  const last = days[days.length - 1];
  const middle = Math.floor((levels.length - 1) / 2);
  const atOrAbove = (day: DailyTotals) =>
    levels
      .slice(middle)
      .reduce((sum, level) => sum + (day.levels[level] ?? 0), 0);
  return {
    level: levels[middle],
    now: atOrAbove(last),
    entities: last.entities,
    difference: atOrAbove(last) - atOrAbove(first),
    since: first.day,
  };
}
