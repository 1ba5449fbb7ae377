import {
  DailyTotals,
  LevelCounts,
} from '@fairlead/backstage-plugin-scorecards-common';

const DAY_MS = 86_400_000;

/** One day on an axis of time; without levels when nothing is known of it. */
export interface DayPoint {
  /** The start of the day in UTC, milliseconds since the epoch. */
  time: number;
  levels?: LevelCounts;
}

/** All days of a span, those without totals too. */
export function byDay(options: {
  days: readonly DailyTotals[];
  from: string;
  to: string;
}): DayPoint[] {
  const known = new Map(
    options.days.map(({ day, levels }) => [Date.parse(day), levels]),
  );
  const first = Date.parse(options.from.slice(0, 10));
  const last = Date.parse(options.to.slice(0, 10));
  const points: DayPoint[] = [];
  for (let time = first; time <= last; time += DAY_MS) {
    points.push({ time, levels: known.get(time) });
  }
  return points;
}
