import { DateTime } from 'luxon';
import { TimeWindow } from '../calendar';
import { definitionOf, FEWEST, MeasureResult } from '../measures';

/** How a measure stands against an earlier window. @public */
export interface Comparison {
  verdict: 'better' | 'worse' | 'same' | 'unknown';
  /** The window compared with. */
  before: TimeWindow;
  /** The value there; absent if it had none. */
  value?: number;
  /** The change relative to the value before, 0.1 for a tenth more; absent where that was zero or is not known. */
  change?: number;
  /** Why the verdict is `unknown`. */
  reason?: 'no-data' | 'no-data-before' | 'too-few';
}

/** The fewest samples on each side from which a verdict is drawn where an installation does not choose. @public */
export const FEWEST_FOR_VERDICT = FEWEST;

/** A tenth has no exact binary fraction: what is exactly as much as is tolerated must not seem a little more. */
const toMillionths = (share: number) => Math.round(share * 1e6) / 1e6;

/**
 * The window of as many local days that ends where the given one starts.
 *
 * @public
 */
export function windowBefore(window: TimeWindow, zone: string): TimeWindow {
  const from = DateTime.fromISO(window.from, { zone });
  const to = DateTime.fromISO(window.to, { zone });
  const days = Math.round(to.diff(from, 'days').days);
  return {
    from: from.minus({ days }).toUTC().toISO() as string,
    to: window.from,
  };
}

/**
 * Says whether a measure is better or worse than before.
 *
 * @param options - `tolerance` is the relative change up to which nothing has changed, 0.05 by default; `fewest` the
 * number of samples needed on each side, for a rate on one of them
 * @public
 */
export function compareMeasures(options: {
  current: MeasureResult;
  before: MeasureResult;
  tolerance?: number;
  fewest?: number;
}): Comparison {
  const { current, before } = options;
  const { tolerance = 0.05, fewest = FEWEST_FOR_VERDICT } = options;
  const base = { before: before.window, value: before.value };
  if (current.value === undefined) {
    return { ...base, verdict: 'unknown', reason: 'no-data' };
  }
  if (before.value === undefined) {
    return { ...base, verdict: 'unknown', reason: 'no-data-before' };
  }
  const { aggregation, direction } = definitionOf(current.id);
  // No deployments at all is a rate of zero, not missing data.
  const n = (aggregation === 'weeklyRate' ? Math.max : Math.min)(
    current.n,
    before.n,
  );
  if (n < fewest) {
    return { ...base, verdict: 'unknown', reason: 'too-few' };
  }
  const difference = current.value - before.value;
  const change =
    before.value === 0 ? undefined : toMillionths(difference / before.value);
  if (difference === 0 || Math.abs(change ?? Infinity) <= tolerance) {
    return { ...base, verdict: 'same', change };
  }
  const isBetter = (direction === 'lower-is-better') === difference < 0;
  return { ...base, verdict: isBetter ? 'better' : 'worse', change };
}
