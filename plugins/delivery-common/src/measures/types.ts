import { TimeWindow } from '../calendar';
import { OriginKind } from '../origin';
import { ExclusionReason, InsufficientReason } from './reasons';

/** The ids of all measures, as they stand in fact ids behind `delivery.`. @public */
export type MeasureId =
  | 'deploymentFrequency'
  | 'leadTime'
  | 'changeFailRate'
  | 'reworkRate'
  | 'recoveryTime'
  | 'deployFailureRate'
  | 'automaticDeployments'
  | 'ci.feedback'
  | 'ci.runTime'
  | 'ci.queue'
  | 'ci.rerunLoss'
  | 'ci.flakyJobs'
  | 'ci.flakyTests'
  | 'ci.timeToGreen';

/** What a value is counted in: milliseconds, a share from 0 to 1, or times a week. @public */
export type MeasureUnit = 'ms' | 'ratio' | 'perWeek';

/**
 * How the samples of a window become one value: their median, the mean of zeros and ones, their number for each week,
 * or their sum.
 *
 * @public
 */
export type Aggregation = 'percentiles' | 'ratio' | 'weeklyRate' | 'sum';

/** What a measure means. @public */
export interface MeasureDefinition {
  id: MeasureId;
  title: string;
  unit: MeasureUnit;
  aggregation: Aggregation;
  direction: 'lower-is-better' | 'higher-is-better';
  /** What is measured, from what, and what is left out. */
  definition: string;
  /** Whose definition it is. */
  source: { title: string; url?: string };
  /** What it counts: changes, or deployments, which bring changes, or work that is neither. */
  counts: 'changes' | 'deployments' | 'work';
  /** One of the few numbers that stand on a card. */
  headline: boolean;
}

/**
 * One contribution to a measure. Measures of several scopes are made by summarising their samples together.
 *
 * @public
 */
export interface Sample {
  /** The record it stands for. */
  recordKey: string;
  /** When it counts; decides the window and the bucket. */
  at: string;
  /** In the unit of the measure; 0 or 1 for a ratio. Undefined if it is still open and has lasted until now. */
  value?: number;
  /** What kind of sample it is; counted in the parts of a result. */
  part?: string;
  /** The keys of further records that decided its value. */
  evidence: string[];
  /** By whom the change was made, or all changes of a deployment; absent where it stands for none, or none is known. */
  origin?: SampleOrigin;
  /** An agent helped a person with the change. */
  assisted?: true;
}

/** By whom what a sample stands for was made. @public */
export type SampleOrigin = OriginKind | 'mixed';

/** A record that was looked at and left out. @public */
export interface Exclusion {
  recordKey: string;
  at: string;
  reason: ExclusionReason;
  /** See {@link Sample.origin}. */
  origin?: SampleOrigin;
}

/** Something a reader of the number should know. @public */
export interface Mark {
  kind:
    | 'freeze'
    | 'history-gap'
    | 'partial-range'
    | 'unlocated-deployment'
    | 'capped-gap'
    | 'missing-attempt'
    | 'push-time-inferred';
  at: string;
  recordKey?: string;
  text: string;
}

/** Everything that the records of a scope tell about one measure, before any window is chosen. @public */
export interface Collected {
  id: MeasureId;
  samples: Sample[];
  excluded: Exclusion[];
  marks: Mark[];
  /** Why there are no samples at all. */
  missing?: InsufficientReason;
  /** Since when there are records of this kind; a weekly rate is zero after it and unknown before. */
  observedSince?: string;
}

/** Type 7 percentiles. One that falls on an open sample is left out. @public */
export interface Percentiles {
  p50?: number;
  p75?: number;
  p90?: number;
}

/** The value of a measure over a window, and all that opens from it. @public */
export interface MeasureResult {
  id: MeasureId;
  window: TimeWindow;
  state: 'ok' | 'insufficient-data';
  /** Absent if the state is `insufficient-data`. */
  value?: number;
  unit: MeasureUnit;
  /** How many samples it was computed from, open ones included. */
  n: number;
  /**
   * How many there are of what a share or a rate tells: of a share those of the `n` samples that count, of a rate all of
   * them. Absent for durations, and where there is no value.
   */
  count?: number;
  /**
   * A share or a rate of so few samples that it says more than is known: tell `count` of `n`, or `count` alone for a rate,
   * and not the value.
   */
  few?: true;
  percentiles?: Percentiles;
  /** How many samples are still open; they count as longer than all that are not. */
  open?: number;
  /** Further numbers that the value is made of, for example `confirmed` and `inferred`. */
  parts?: Record<string, number>;
  /** Present if the state is `insufficient-data`. */
  reason?: InsufficientReason;
  definition: string;
  excluded: Exclusion[];
  marks: Mark[];
  /** The keys of the records it was computed from. */
  evidence: string[];
}
