import { DateTime } from 'luxon';

/**
 * How a place counts its days.
 *
 * @public
 */
export interface Calendar {
  /** An IANA time zone, for example `Europe/Berlin`. */
  zone: string;
  /** ISO weekdays on which people work, 1 is Monday. */
  workingDays: readonly number[];
  /** Local days, `yyyy-MM-dd`, on which nobody works. */
  holidays: readonly string[];
  /** Times in which nothing is deployed on purpose; they annotate the deployment frequency. */
  freezes: readonly { from: string; to: string; title: string }[];
}

/** Monday to Friday in UTC, without holidays or freezes. @public */
export const DEFAULT_CALENDAR: Calendar = {
  zone: 'utc',
  workingDays: [1, 2, 3, 4, 5],
  holidays: [],
  freezes: [],
};

/** From `from` up to but not including `to`, both ISO 8601. @public */
export interface TimeWindow {
  from: string;
  to: string;
}

/** The unit of time by which a trend is cut. @public */
export type BucketUnit = 'day' | 'week';

/** A local day or ISO week. @public */
export interface Bucket extends TimeWindow {
  /** The local day it starts on, `yyyy-MM-dd`. */
  day: string;
}

/** Whether an instant lies in a window. */
export function within(window: TimeWindow, instant: string): boolean {
  return instant >= window.from && instant < window.to;
}

const utc = (time: DateTime) => time.toUTC().toISO() as string;

/** The local day of an instant, `yyyy-MM-dd`. @public */
export function localDay(instant: string, zone: string): string {
  return DateTime.fromISO(instant, { zone }).toISODate() as string;
}

/** The start of the local day or ISO week in which an instant lies. */
export function startOf(
  instant: string,
  unit: BucketUnit,
  zone: string,
): string {
  return utc(DateTime.fromISO(instant, { zone }).startOf(unit));
}

/**
 * The local days or ISO weeks that a window touches, each whole, in order. A day on which the clock changes has 23
 * or 25 hours.
 *
 * @public
 */
export function bucketsOf(options: {
  window: TimeWindow;
  unit: BucketUnit;
  zone: string;
}): Bucket[] {
  const { window, unit, zone } = options;
  const buckets: Bucket[] = [];
  let start = DateTime.fromISO(window.from, { zone }).startOf(unit);
  while (utc(start) < window.to) {
    const end = start.plus({ [unit]: 1 }).startOf(unit);
    buckets.push({
      day: start.toISODate() as string,
      from: utc(start),
      to: utc(end),
    });
    start = end;
  }
  return buckets;
}

/**
 * The window of whole local days that ends with the day of `now`.
 *
 * @public
 */
export function lastDays(options: {
  days: number;
  now: string;
  zone: string;
}): TimeWindow {
  const end = DateTime.fromISO(options.now, { zone: options.zone })
    .startOf('day')
    .plus({ days: 1 });
  return { from: utc(end.minus({ days: options.days })), to: utc(end) };
}

/**
 * The milliseconds of a window that lie on working days.
 *
 * @public
 */
export function workingMillis(window: TimeWindow, calendar: Calendar): number {
  let total = 0;
  for (const bucket of bucketsOf({
    window,
    unit: 'day',
    zone: calendar.zone,
  })) {
    const weekday = DateTime.fromISO(bucket.day).weekday;
    if (
      calendar.workingDays.includes(weekday) &&
      !calendar.holidays.includes(bucket.day)
    ) {
      const from = bucket.from > window.from ? bucket.from : window.from;
      const to = bucket.to < window.to ? bucket.to : window.to;
      total += Date.parse(to) - Date.parse(from);
    }
  }
  return total;
}
