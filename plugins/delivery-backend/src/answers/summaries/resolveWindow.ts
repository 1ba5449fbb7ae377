import { InputError } from '@backstage/errors';
import {
  lastDays,
  TimeWindow,
} from '@fairlead/backstage-plugin-delivery-common';
import { DateTime } from 'luxon';

/** The days of a window that nobody chose. */
export const DEFAULT_DAYS = 90;

const LONGEST = { days: 400 };
/** So that callers who ask for "the last 30 days" within a few minutes ask for the same. */
const STEP = 5 * 60_000;

const instant = (time: DateTime) => time.toUTC().toISO() as string;

/**
 * The window that a request asks about: from `from` up to but not including `to`, both rounded down to five minutes.
 * Without `to` it ends with the present local day, without `from` it has ninety days.
 *
 * @throws InputError that names the parameter
 */
export function resolveWindow(
  query: { from?: string; to?: string },
  options: { now: number; zone: string },
): TimeWindow {
  const { now, zone } = options;
  const usual = lastDays({
    days: DEFAULT_DAYS,
    now: new Date(now).toISOString(),
    zone,
  });
  const to = query.to === undefined ? usual.to : readTime('to', query.to, zone);
  const from =
    query.from === undefined
      ? instant(DateTime.fromISO(to, { zone }).minus({ days: DEFAULT_DAYS }))
      : readTime('from', query.from, zone);
  if (from >= to) {
    throw new InputError(`Query 'from': must lie before 'to', which is ${to}`);
  }
  if (from < instant(DateTime.fromISO(to, { zone }).minus(LONGEST))) {
    throw new InputError(
      `Query 'from': at most ${LONGEST.days} days before 'to', which is ${to}`,
    );
  }
  return { from, to };
}

function readTime(field: string, text: string, zone: string): string {
  const time = DateTime.fromISO(text, { zone });
  if (!time.isValid || time.year < 1970 || time.year > 9999) {
    throw new InputError(
      `Query '${field}': must be a time in ISO 8601, for example '2026-03-01' or '2026-03-01T10:00:00Z'`,
    );
  }
  return new Date(Math.floor(time.toMillis() / STEP) * STEP).toISOString();
}
