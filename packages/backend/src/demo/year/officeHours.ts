import { DateTime } from 'luxon';

/** Where the people of the demo organisation sit. */
export const ZONE = 'Europe/Oslo';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const [START, END] = [8 * HOUR, 17 * HOUR];

const offsets = new Map<number, number>();

/** How far the clock at the office is ahead of UTC. Asked for once a day: the answer takes long to find. */
function offsetAt(time: number): number {
  const day = Math.floor(time / DAY);
  let offset = offsets.get(day);
  if (offset === undefined) {
    const noon = DateTime.fromMillis((day + 0.5) * DAY, { zone: ZONE });
    offset = noon.offset * 60_000;
    offsets.set(day, offset);
  }
  return offset;
}

/** Days since the epoch, at the office, and how long each lasts already. */
function localOf(time: number): { day: number; elapsed: number } {
  const local = time + offsetAt(time);
  const day = Math.floor(local / DAY);
  return { day, elapsed: local - day * DAY };
}

// The epoch was a Thursday.
const isWeekend = (day: number) => (day + 3) % 7 > 4;

/** The time itself in whole milliseconds, or a time early on the next day at the office where it falls outside of one. */
export function atWork(time: number): number {
  const local = localOf(time);
  let { day } = local;
  if (!isWeekend(day) && local.elapsed >= START && local.elapsed < END) {
    return Math.round(time);
  }
  if (local.elapsed >= START) {
    day += 1;
  }
  while (isWeekend(day)) {
    day += 1;
  }
  // Spread the start times over the hour.
  const late = local.elapsed % HOUR;
  return Math.round(day * DAY + START + late - offsetAt(day * DAY + START));
}

/** A local time on a day of the week that starts at `week`. Weekdays count from Monday as 1. */
export function onWeekday(
  week: number,
  options: { weekday: number; hour: number },
): number {
  const noon = week + (options.weekday - 0.5) * DAY;
  const { day } = localOf(noon);
  return day * DAY + options.hour * HOUR - offsetAt(noon);
}

/** The day of the month at the office. */
export function dayOfMonth(time: number): number {
  return new Date(time + offsetAt(time)).getUTCDate();
}

/** The Mondays of the weeks from the one of `from` to the one of `to`. Milliseconds. */
export function weeksBetween(from: number, to: number): number[] {
  const weeks: number[] = [];
  let week = DateTime.fromMillis(from, { zone: ZONE }).startOf('week');
  while (week.toMillis() <= to) {
    weeks.push(week.toMillis());
    week = week.plus({ weeks: 1 });
  }
  return weeks;
}
