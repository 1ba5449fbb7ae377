import { InputError } from '@backstage/errors';
import {
  lastDays,
  TimeWindow,
} from '@fairlead/backstage-plugin-delivery-common';
import { DateTime } from 'luxon';

/** The days of a window that nobody chose. */
const USUAL_DAYS = 90;

const LONGEST_DAYS = 400;

/** So that callers who ask for "the last 30 days" within a few minutes ask for the same. */
const STEP = 5 * 60_000;

export interface WindowOptions {
  /** In milliseconds since the epoch. */
  now: number;
  /** In which days begin and end. */
  zone: string;
  /** @defaultValue 400 */
  longestDays?: number;
  /** Leaves times as they are asked for, where no answer is kept. */
  isExact?: boolean;
}

const instant = (time: DateTime) => time.toUTC().toISO() as string;

/**
 * The window that a request asks about: from `from` up to but not including `to`, each a time or the start of a local
 * day, rounded down to five minutes. Without `to` it ends with the present local day, without `from` it has ninety days.
 *
 * @throws InputError that names the parameter
 */
export function resolveWindow(
  query: { from?: string; to?: string },
  options: WindowOptions,
): TimeWindow {
  const { now, zone, longestDays = LONGEST_DAYS } = options;
  const usual = lastDays({
    days: USUAL_DAYS,
    now: new Date(now).toISOString(),
    zone,
  });
  const to =
    query.to === undefined ? usual.to : readTime('to', query.to, options);
  const daysBefore = (days: number) =>
    instant(DateTime.fromISO(to, { zone }).minus({ days }));
  const from =
    query.from === undefined
      ? daysBefore(USUAL_DAYS)
      : readTime('from', query.from, options);
  if (from >= to) {
    throw new InputError(`Query 'from': must lie before 'to', which is ${to}`);
  }
  if (from < daysBefore(longestDays)) {
    throw new InputError(
      `Query 'from': at most ${longestDays} days before 'to', which is ${to}`,
    );
  }
  return { from, to };
}

function readTime(
  field: string,
  text: string,
  { zone, isExact }: WindowOptions,
): string {
  const time = DateTime.fromISO(text, { zone });
  if (!time.isValid || time.year < 1970 || time.year > 9999) {
    throw new InputError(
      `Query '${field}': must be a time in ISO 8601, for example '2026-03-01' or '2026-03-01T10:00:00Z'`,
    );
  }
  const step = isExact ? 1 : STEP;
  return new Date(Math.floor(time.toMillis() / step) * step).toISOString();
}
