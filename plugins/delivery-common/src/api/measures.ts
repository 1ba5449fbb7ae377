import { BandEdition, BandName } from '../bands';
import { TimeWindow } from '../calendar';
import { LeadTimeStart } from '../history';
import {
  Exclusion,
  JobSummary,
  MeasureId,
  MeasureResult,
  OriginChoice,
  OriginCounts,
  SampleOrigin,
} from '../measures';
import { DeliveryRecord } from '../records';
import { Comparison, TrendPoint } from '../trends';
import { WaitSentence, WaitShare, WaitSummary } from '../waits';
import { OwnershipView } from './overview';
import { Page } from './Page';

/** A measure as read over HTTP; what was left out and the evidence open from the records route. @public */
export interface MeasureView
  extends Omit<MeasureResult, 'window' | 'excluded' | 'evidence'> {
  /** How many records were left out. */
  excludedCount: number;
  trend: TrendPoint[];
  /** Against as many days before the window. */
  comparison: Comparison;
  /** Present only where an edition is chosen. */
  band?: { edition: BandEdition; name: BandName };
}

/**
 * What one kind of wait takes, in milliseconds. `share`, `p50` and `p90` are absent where they are not known, with a
 * `reason` of `WAIT_REASONS`; what waits now is told all the same.
 *
 * @public
 */
export type WaitView = Omit<WaitShare, 'total'>;

/** What all waits are made of: how many changes arrived, how many of unknown coding, how many wait now. @public */
export type WaitCounts = Pick<
  WaitSummary,
  'state' | 'reason' | 'n' | 'codingUnknown' | 'open' | 'few'
>;

/** A source, as far as it matters to an entity of which nothing is known. @public */
export interface CoverageSource {
  id: string;
  title: string;
  /** What to configure where it is off. */
  remedy?: string;
  /** What to set up on its side so that it sends. */
  setup?: string;
  /** By which entities name what it tells of, each with an example. */
  annotations: { annotation: string; example: string }[];
}

/** What is known of an entity, and by what it would be known. @public */
export interface EntityCoverage {
  /** How many entities are summed: 1 for a component, those below for a system, a domain or a group. */
  entities: number;
  /** How many records there are of them. */
  records: number;
  lastRecordAt?: string;
  /** The annotations by which records find the entity, with their values; empty if it names none. */
  subjects: { annotation: string; value: string }[];
  /** Which of its annotations name nothing though they should, in sentences. */
  problems: string[];
  /** Sources that could tell of it. */
  sources: CoverageSource[];
}

/** `GET /entities/:kind/:namespace/:name/measures` @public */
export interface EntityMeasuresResponse {
  entityRef: string;
  window: TimeWindow;
  /** From when lead times are asked to be counted. */
  leadTimeStart: LeadTimeStart;
  /**
   * From when they really are, with how many each; the numbers add up to the `n` of the lead time. It is the opening where
   * nothing earlier is told. Absent where there is no lead time.
   */
  leadTimeStarts?: Partial<Record<LeadTimeStart, number>>;
  /** Matters where the entity is a group. */
  view: OwnershipView;
  /** Whose changes are counted. */
  origin: OriginChoice;
  /** By whom the changes that arrived were made, whichever are counted. */
  origins: OriginCounts;
  /** As of when it was computed. */
  computedAt: string;
  /** The fewest samples of which a share or a rate is told as such; what rests on fewer is marked `few`. */
  fewest: number;
  /** What it is computed from. */
  coverage: EntityCoverage;
  measures: MeasureView[];
  /** One for each kind once a change was seen, whether or not any arrived. */
  waits: WaitView[];
  waitCounts: WaitCounts;
  /** The largest wait, or what waits longest now; null where neither is known. */
  sentence: (WaitSentence & { text: string }) | null;
  /** Absent where the share of coding is, and for the same reason. */
  flowEfficiency?: number;
  /** Milliseconds a week. */
  lostPerWeek?: number;
  worstJobs: JobSummary[];
  /** The job that holds up the answers of CI the longest; absent where no job is known, or an origin is chosen. */
  slowestJob?: JobSummary;
}

/** A record behind a measure. @public */
export interface MeasureRecord {
  record: DeliveryRecord;
  /** What it contributed, in the unit of the measure; absent while it is open. */
  value?: number;
  /** What kind of sample it is, for example `inferred`. */
  part?: string;
  /** By whom it was made as it is counted, or all changes of a deployment. */
  origin?: SampleOrigin;
  at: string;
  evidence: string[];
}

/** A record that was looked at and left out. @public */
export interface ExcludedRecord extends Exclusion {
  record: DeliveryRecord;
  /** The reason in a sentence. */
  text: string;
}

/** `GET /entities/:kind/:namespace/:name/records?measure=…` @public */
export interface EntityRecordsResponse extends Page<MeasureRecord> {
  measure: MeasureId;
  window: TimeWindow;
  excluded: ExcludedRecord[];
}

/** `GET /entities/:kind/:namespace/:name/history?kinds=…`: records of an entity, latest first. @public */
export interface EntityHistoryResponse extends Page<DeliveryRecord> {
  window: TimeWindow;
}

/** What a person says of an inferred cause: `POST /links/verdicts`. @public */
export interface LinkVerdictRequest {
  /** The key of the deployment. */
  deployment: string;
  /** The key of the incident. */
  incident: string;
  verdict: 'confirmed' | 'rejected';
}
