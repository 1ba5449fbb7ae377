import { BucketUnit, bucketsOf } from '../calendar';
import { byTexts } from '../history/order';
import {
  Collected,
  definitionOf,
  summariseMeasure,
  SummaryOptions,
} from '../measures';

/** A measure over one local day or ISO week. @public */
export interface TrendPoint {
  /** The first local day, `yyyy-MM-dd`. */
  day: string;
  /** Absent where nothing is known. A rate is told as the number in the bucket. */
  value?: number;
  n: number;
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
  const { window, unit, calendar, now } = options;
  const isCount = definitionOf(collected.id).aggregation === 'weeklyRate';
  const since = collected.observedSince;
  const inOrder = [...collected.samples].sort(byTexts(({ at }) => [at]));
  let next = inOrder.findIndex(({ at }) => at >= window.from);
  return bucketsOf({ window, unit, zone: calendar.zone }).map(bucket => {
    const { day, from, to } = bucket;
    const first = next;
    while (next >= 0 && next < inOrder.length && inOrder[next].at < to) {
      next += 1;
    }
    const samples = next < 0 ? [] : inOrder.slice(first, next);
    if (isCount) {
      const isKnown = since !== undefined && to > since && from <= now;
      const n = samples.length;
      return isKnown ? { day, value: n, n } : { day, n };
    }
    const { n, value } = summariseMeasure(
      { ...collected, samples, excluded: [], marks: [] },
      { window: bucket, calendar, now },
    );
    return value === undefined ? { day, n } : { day, value, n };
  });
}
