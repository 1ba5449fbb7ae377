import { Calendar, TimeWindow, within } from '../calendar';
import { definitionOf } from './definitions';
import { percentile, sortedWithOpen } from './percentile';
import { InsufficientReason } from './reasons';
import { Collected, MeasureResult, Percentiles, Sample } from './types';
import { deployDaysPerWeek, weeklyRate } from './weeklyRate';

/** Over which window, in whose calendar and as of when a measure is told. @public */
export interface SummaryOptions {
  window: TimeWindow;
  calendar: Calendar;
  now: string;
}

type Summary = Pick<
  MeasureResult,
  'value' | 'percentiles' | 'open' | 'parts'
> & {
  reason?: InsufficientReason;
};

const sum = (samples: Sample[]) =>
  samples.reduce((total, { value = 0 }) => total + value, 0);

function percentiles(samples: Sample[]): Summary {
  const sorted = sortedWithOpen(samples.map(({ value }) => value));
  const values: Percentiles = {
    p50: percentile(sorted, 0.5),
    p75: percentile(sorted, 0.75),
    p90: percentile(sorted, 0.9),
  };
  return {
    value: values.p50,
    percentiles: values,
    open: samples.filter(({ value }) => value === undefined).length,
    reason: values.p50 === undefined ? 'still-open' : undefined,
  };
}

function partsOf(samples: Sample[]): Record<string, number> | undefined {
  const parts: Record<string, number> = {};
  for (const { part } of samples) {
    if (part) {
      parts[part] = (parts[part] ?? 0) + 1;
    }
  }
  return Object.keys(parts).length > 0 ? parts : undefined;
}

function rate(
  collected: Collected,
  samples: Sample[],
  options: SummaryOptions,
): Summary {
  const { observedSince } = collected;
  if (observedSince === undefined) {
    return { reason: collected.missing };
  }
  if (options.window.to <= observedSince) {
    return { reason: 'before-first-record' };
  }
  const instants = samples.map(({ at }) => at);
  const deployDays = deployDaysPerWeek(instants, observedSince, options);
  return {
    value: weeklyRate(instants.length, observedSince, options),
    parts: {
      ...partsOf(samples),
      ...(deployDays !== undefined && { deployDaysPerWeek: deployDays }),
    },
  };
}

function summary(
  collected: Collected,
  samples: Sample[],
  options: SummaryOptions,
): Summary {
  const { aggregation } = definitionOf(collected.id);
  if (aggregation === 'weeklyRate') {
    return rate(collected, samples, options);
  }
  if (samples.length === 0) {
    const isEmpty = collected.samples.length === 0;
    return { reason: (isEmpty && collected.missing) || 'none-in-window' };
  }
  switch (aggregation) {
    case 'ratio':
      return { value: sum(samples) / samples.length };
    case 'sum':
      return { value: sum(samples) };
    default:
      return percentiles(samples);
  }
}

/** The value that samples of a window make, without what opens from it. */
export function valueOf(
  collected: Collected,
  samples: Sample[],
  options: SummaryOptions,
): number | undefined {
  return summary(collected, samples, options).value;
}

/**
 * The value of a measure over a window, and all that opens from it.
 *
 * @remarks
 * Without data there is no value: the state is `insufficient-data`, with the reason. A rate is zero only in a time in
 * which deployments could have been seen.
 *
 * @public
 */
export function summariseMeasure(
  collected: Collected,
  options: SummaryOptions,
): MeasureResult {
  const inWindow = <T extends { at: string }>(items: readonly T[]) =>
    items.filter(({ at }) => within(options.window, at));
  const samples = inWindow(collected.samples);
  const { reason, ...values } = summary(collected, samples, options);
  const { unit, definition } = definitionOf(collected.id);
  return {
    id: collected.id,
    window: options.window,
    state: values.value === undefined ? 'insufficient-data' : 'ok',
    unit,
    n: samples.length,
    parts: partsOf(samples),
    ...values,
    reason,
    definition,
    excluded: inWindow(collected.excluded),
    marks: inWindow(collected.marks),
    evidence: [...new Set(samples.flatMap(s => [s.recordKey, ...s.evidence]))],
  };
}
