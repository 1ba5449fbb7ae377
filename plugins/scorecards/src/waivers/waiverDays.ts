import { DateTime } from 'luxon';

const DEFAULT_DAYS = 30;

/** The days a waiver may end on, `YYYY-MM-DD` in the reader's zone. */
export function waiverDays(now: DateTime = DateTime.now()) {
  return {
    first: now.plus({ days: 1 }).toISODate() ?? '',
    last: now.plus({ years: 1 }).toISODate() ?? '',
    proposed: now.plus({ days: DEFAULT_DAYS }).toISODate() ?? '',
  };
}

/** The end of a day as an ISO 8601 time, but never past a year from now. */
export function endOfDay(day: string, now: DateTime = DateTime.now()): string {
  const end = DateTime.fromISO(day).endOf('day');
  const latest = now.plus({ years: 1 }).minus({ minutes: 1 });
  return DateTime.min(end, latest).toUTC().toISO() ?? '';
}
