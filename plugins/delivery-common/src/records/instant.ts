import { InputError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { DateTime } from 'luxon';
import { z } from 'zod';

/** `2026-03-01 10:00:00 UTC` and `2026-03-01 10:00:00 +0200`, which GitLab sends beside ISO 8601. */
const SPACED_FORMATS = ["yyyy-MM-dd HH:mm:ss 'UTC'", 'yyyy-MM-dd HH:mm:ss ZZZ'];

/** What nearly all sources write. */
const UTC_SECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/;

/** Millions of times are read: those that need no library are read without one. */
function parseFast(text: string): string | undefined {
  const time = UTC_SECONDS.test(text) ? Date.parse(text) : NaN;
  const instant = Number.isNaN(time) ? '' : new Date(time).toISOString();
  // Date.parse turns a day that does not exist into another one.
  return instant && instant.startsWith(text.slice(0, 19)) ? instant : undefined;
}

function parse(text: string): DateTime | undefined {
  const iso = DateTime.fromISO(text, { zone: 'utc' });
  if (iso.isValid) {
    return iso;
  }
  for (const format of SPACED_FORMATS) {
    const spaced = DateTime.fromFormat(text, format, { zone: 'utc' });
    if (spaced.isValid) {
      return spaced;
    }
  }
  return undefined;
}

/**
 * Reads a time as sources write it and returns it as ISO 8601 in UTC with milliseconds, the one form in which
 * records hold times. In this form the order of strings is the order of times.
 *
 * @throws InputError if the text is not a time
 * @public
 */
export function parseInstant(text: string): string {
  const parsed = parseFast(text) ?? parse(text.trim())?.toUTC().toISO();
  if (!parsed) {
    throw new InputError(isolated`'${text}' is not a date and time`);
  }
  return parsed;
}

/**
 * A time in a record: ISO 8601, UTC, with milliseconds, for example `2026-03-01T10:00:00.000Z`.
 *
 * @public
 */
export const instantSchema = z.iso.datetime({ precision: 3 });

/** The milliseconds since the epoch of an instant. */
export function millis(instant: string): number {
  return Date.parse(instant);
}

/** The milliseconds from one instant to another; negative if `to` is the earlier. */
export function elapsed(from: string, to: string): number {
  return millis(to) - millis(from);
}
