import { DateTime } from 'luxon';

const DAY = 24 * 60 * 60 * 1000;

/** The days of one time zone. One on which the clock changes has 23 or 25 hours. */
export interface LocalDays {
  /** The day of a time, `YYYY-MM-DD`. */
  dayOf(time: number): string;
  /** The first millisecond after a day. */
  endOfDay(day: string): number;
}

/** Makes the days of a time zone, an IANA name. */
export function createLocalDays(zone: string): LocalDays {
  return {
    dayOf: time => DateTime.fromMillis(time, { zone }).toFormat('yyyy-MM-dd'),
    endOfDay: day =>
      DateTime.fromISO(day, { zone }).plus({ days: 1 }).toMillis(),
  };
}

/** The day so many days later; earlier for a negative number. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** How many days lie between two days. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}
