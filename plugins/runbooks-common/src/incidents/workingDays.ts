import { DateTime } from 'luxon';

const SATURDAY = 6;

/**
 * The end of the working day, Monday to Friday, that many after the day of an instant.
 *
 * @param options - days are counted in `zone`, an IANA time zone
 * @returns milliseconds since the epoch
 */
export function addWorkingDays(
  at: number,
  options: { days: number; zone: string },
): number {
  let day = DateTime.fromMillis(at, { zone: options.zone });
  for (let left = options.days; left > 0; ) {
    day = day.plus({ days: 1 });
    if (day.weekday < SATURDAY) {
      left -= 1;
    }
  }
  return day.endOf('day').toMillis();
}
