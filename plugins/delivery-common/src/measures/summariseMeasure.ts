import { Calendar, TimeWindow, within } from '../calendar';
import { definitionOf } from './definitions';
import { FEWEST } from './few';
import { percentile, sortedWithOpen } from './percentile';
import { ExclusionReason, InsufficientReason } from './reasons';
import { Collected, MeasureResult, Percentiles, Sample } from './types';
import { deployDaysPerWeek, weeklyRate } from './weeklyRate';

/** Over which window, in whose calendar and as of when a measure is told. @public */
export interface SummaryOptions {
  window: TimeWindow;
  calendar: Calendar;
  now: string;
  /** The fewest samples of which a share or a rate is told as such, see {@link FEWEST}. */
  fewest?: number;
}

type Summary = Pick<
  MeasureResult,
  'value' | 'percentiles' | 'open' | 'parts' | 'count' | 'few'
> & {
  reason?: InsufficientReason;
};

const UNKNOWN_LOSS: readonly ExclusionReason[] = [
  'attempts-not-told',
  'first-attempt-not-seen',
];

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

/** The samples and what was left out in a window. */
type Contents = Pick<Collected, 'samples' | 'excluded'>;

const fewOf = (n: number, { fewest = FEWEST }: SummaryOptions) =>
  n < fewest ? { few: true as const } : {};

function ratio(samples: Sample[], options: SummaryOptions): Summary {
  const [n, count] = [samples.length, sum(samples)];
  return { value: count / n, count, ...fewOf(n, options) };
}

/** A sum to which a record may have contributed nobody knows what; nothing is not known then. */
function sumOf({ samples, excluded }: Contents): Summary {
  const value = sum(samples);
  const isKnown = !excluded.some(({ reason }) => UNKNOWN_LOSS.includes(reason));
  return value > 0 || isKnown ? { value } : { reason: 'no-attempts' };
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
    count: instants.length,
    ...fewOf(instants.length, options),
    parts: {
      ...partsOf(samples),
      ...(deployDays !== undefined && { deployDaysPerWeek: deployDays }),
    },
  };
}

function summary(
  collected: Collected,
  { samples, excluded }: Contents,
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
      return ratio(samples, options);
    case 'sum':
      return sumOf({ samples, excluded });
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
  const excluded =
    definitionOf(collected.id).aggregation === 'sum'
      ? collected.excluded.filter(({ at }) => within(options.window, at))
      : [];
  return summary(collected, { samples, excluded }, options).value;
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
  const excluded = inWindow(collected.excluded);
  const { reason, ...values } = summary(
    collected,
    { samples, excluded },
    options,
  );
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
    excluded,
    marks: inWindow(collected.marks),
    evidence: [...new Set(samples.flatMap(s => [s.recordKey, ...s.evidence]))],
  };
}
