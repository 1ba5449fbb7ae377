import { IANAZone } from 'luxon';

const QUARTER_HOUR = 900_000;
/** The quarter hours of more than two years. */
const MAX_KEPT = 75_000;

/**
 * Tells the local day of instants, `yyyy-MM-dd`, many thousand times a second: every zone's midnight falls on a quarter
 * hour of UTC, so a day is computed once for each quarter hour.
 */
export function createLocalDays(zone: string): (instant: string) => string {
  const iana = IANAZone.create(zone);
  const known = new Map<number, string>();
  return instant => {
    const time = Date.parse(instant);
    const quarter = Math.floor(time / QUARTER_HOUR);
    const day = known.get(quarter);
    if (day !== undefined) {
      return day;
    }
    if (known.size >= MAX_KEPT) {
      known.clear();
    }
    const local = new Date(time + iana.offset(time) * 60_000);
    const found = local.toISOString().slice(0, 10);
    known.set(quarter, found);
    return found;
  };
}
