import { DateTime } from 'luxon';

/** From nine to five. */
const BEGINS = 9;
const ENDS = 17;

const SATURDAY = 6;

/** Whether a time lies in working hours: Monday to Friday, from nine to five. @public */
export function isWorkingTime(at: number, zone: string): boolean {
  const { weekday, hour } = DateTime.fromMillis(at, { zone });
  return weekday < SATURDAY && hour >= BEGINS && hour < ENDS;
}

/**
 * How many seconds of a stretch of time lie in working hours.
 *
 * @param stretch - milliseconds since the epoch
 * @public
 */
export function workingSeconds(
  { from, to }: { from: number; to: number },
  zone: string,
): number {
  let sum = 0;
  for (
    let day = DateTime.fromMillis(from, { zone }).startOf('day');
    day.toMillis() < to;
    day = day.plus({ days: 1 })
  ) {
    if (day.weekday < SATURDAY) {
      const begin = Math.max(from, day.set({ hour: BEGINS }).toMillis());
      const end = Math.min(to, day.set({ hour: ENDS }).toMillis());
      sum += Math.max(0, end - begin);
    }
  }
  return Math.round(sum / 1000);
}
