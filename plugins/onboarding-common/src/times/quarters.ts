import { DateTime } from 'luxon';

/**
 * The quarter in which a time lies, for example `2026-Q3`.
 *
 * @param at - milliseconds since the epoch
 * @param zone - an IANA time zone, for example `Europe/Berlin`
 * @public
 */
export function quarterOf(at: number, zone: string): string {
  const { year, quarter } = DateTime.fromMillis(at, { zone });
  return `${year}-Q${quarter}`;
}
