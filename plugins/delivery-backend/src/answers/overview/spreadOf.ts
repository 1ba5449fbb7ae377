import {
  Collected,
  definitionOf,
  MeasureSpread,
  percentile,
  summariseMeasure,
} from '@fairlead/backstage-plugin-delivery-common';
import { SummariseOptions } from '../summaries/summarise';

/** How a measure is spread over the samples of one team. Rates and ratios have a value and no spread. */
export function spreadOf(
  collected: Collected,
  options: SummariseOptions,
): MeasureSpread {
  const { window } = options;
  const { id, state, unit, n, value, count, few } = summariseMeasure(
    collected,
    options,
  );
  const spread: MeasureSpread = { id, state, unit, n, value, count, few };
  if (definitionOf(id).aggregation !== 'percentiles') {
    return spread;
  }
  // Waits that are still open count as longer than all finished ones.
  const values = collected.samples
    .filter(({ at }) => at >= window.from && at < window.to)
    .map(sample => sample.value ?? Infinity)
    .sort((a, b) => a - b);
  return {
    ...spread,
    p25: percentile(values, 0.25),
    p50: percentile(values, 0.5),
    p75: percentile(values, 0.75),
    p90: percentile(values, 0.9),
  };
}
