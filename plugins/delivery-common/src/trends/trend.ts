import { BucketUnit, bucketsOf } from '../calendar';
import { compareText } from '../history/order';
import { Collected, definitionOf, FEWEST, SummaryOptions } from '../measures';
import { valueOf } from '../measures/summariseMeasure';

/** A measure over one local day or ISO week. @public */
export interface TrendPoint {
  /** The first local day, `yyyy-MM-dd`. */
  day: string;
  /** Absent where nothing is known. A rate is told as the number in the bucket. */
  value?: number;
  n: number;
  /** A median or a share of so few samples that it says more than is known. */
  few?: true;
}

/**
 * A measure cut into local days or ISO weeks.
 *
 * @remarks
 * Numbers of deployments are zero in a bucket without any, from the first record up to now. Durations and ratios have
 * no value there: no deployment is not a lead time of zero.
 *
 * @public
 */
export function trendOf(
  collected: Collected,
  options: SummaryOptions & { unit: BucketUnit },
): TrendPoint[] {
  const { window, unit, calendar, now, fewest = FEWEST } = options;
  const { aggregation } = definitionOf(collected.id);
  const isCount = aggregation === 'weeklyRate';
  const since = collected.observedSince;
  const inOrder = collected.samples
    .filter(({ at }) => at >= window.from)
    .sort((a, b) => compareText(a.at, b.at));
  let next = 0;
  return bucketsOf({ window, unit, zone: calendar.zone }).map(bucket => {
    const { day, from, to } = bucket;
    const first = next;
    while (next < inOrder.length && inOrder[next].at < to) {
      next += 1;
    }
    const samples = inOrder.slice(first, next);
    const n = samples.length;
    if (isCount) {
      const isKnown = since !== undefined && to > since && from <= now;
      return isKnown ? { day, value: n, n } : { day, n };
    }
    const value = valueOf(collected, samples, {
      window: bucket,
      calendar,
      now,
    });
    if (value === undefined) {
      return { day, n };
    }
    const isFew = aggregation !== 'sum' && n < fewest;
    return { day, value, n, ...(isFew && { few: true }) };
  });
}
