import {
  bucketsOf,
  Calendar,
  localDay,
  startOf,
  TimeWindow,
  within,
} from '../calendar';
import { elapsed } from '../records/instant';
import { percentile } from './percentile';

const WEEK = 7 * 24 * 3_600_000;

interface RateOptions {
  window: TimeWindow;
  calendar: Calendar;
  now: string;
}

/** The part of the window of which something is known: since the first record, and not the future. */
function knownPart(observedSince: string, options: RateOptions): TimeWindow {
  const { window, calendar, now } = options;
  const since = startOf(observedSince, 'day', calendar.zone);
  return {
    from: since > window.from ? since : window.from,
    to: now < window.to ? now : window.to,
  };
}

/** `count` over the weeks of the known part of the window, at least one week. */
export function weeklyRate(
  count: number,
  observedSince: string,
  options: RateOptions,
): number {
  const { from, to } = knownPart(observedSince, options);
  return (count * WEEK) / Math.max(WEEK, elapsed(from, to));
}

/**
 * The median number of local days with a deployment over the whole ISO weeks of the window, from the week of the first
 * record on, weeks without any included. Undefined if the window holds no whole week.
 */
export function deployDaysPerWeek(
  instants: readonly string[],
  observedSince: string,
  options: RateOptions,
): number | undefined {
  const { zone } = options.calendar;
  const known = knownPart(startOf(observedSince, 'week', zone), options);
  const weeks = bucketsOf({ window: known, unit: 'week', zone }).filter(
    week => week.from >= known.from && week.to <= known.to,
  );
  const days = weeks.map(
    week =>
      new Set(
        instants
          .filter(instant => within(week, instant))
          .map(instant => localDay(instant, zone)),
      ).size,
  );
  return percentile(
    days.sort((a, b) => a - b),
    0.5,
  );
}
