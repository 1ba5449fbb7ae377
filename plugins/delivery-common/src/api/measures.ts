import { BandEdition, BandName } from '../bands';
import { TimeWindow } from '../calendar';
import { LeadTimeStart } from '../history';
import { Exclusion, JobSummary, MeasureId, MeasureResult } from '../measures';
import { DeliveryRecord } from '../records';
import { Comparison, TrendPoint } from '../trends';
import { StuckItem, WaitKind, WaitSentence } from '../waits';
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

/** What one kind of wait takes, in milliseconds. @public */
export interface WaitView {
  kind: WaitKind;
  /** From 0 to 1. */
  share: number;
  p50: number;
  p90: number;
  n: number;
  oldest?: StuckItem;
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
  /** Sources that could tell of it, with what to configure where one is off. */
  sources: { id: string; title: string; remedy?: string }[];
}

/** `GET /entities/:kind/:namespace/:name/measures` @public */
export interface EntityMeasuresResponse {
  entityRef: string;
  window: TimeWindow;
  /** From when lead times are counted. */
  leadTimeStart: LeadTimeStart;
  /** Matters where the entity is a group. */
  view: OwnershipView;
  /** As of when it was computed. */
  computedAt: string;
  /** What it is computed from. */
  coverage: EntityCoverage;
  measures: MeasureView[];
  waits: WaitView[];
  /** The largest wait; null where nothing is known. */
  sentence: (WaitSentence & { text: string }) | null;
  flowEfficiency?: number;
  /** Milliseconds a week. */
  lostPerWeek?: number;
  worstJobs: JobSummary[];
}

/** A record behind a measure. @public */
export interface MeasureRecord {
  record: DeliveryRecord;
  /** What it contributed, in the unit of the measure; absent while it is open. */
  value?: number;
  /** What kind of sample it is, for example `inferred`. */
  part?: string;
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
