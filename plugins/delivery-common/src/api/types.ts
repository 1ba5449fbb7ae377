import { BandEdition, BandName } from '../bands';
import { TimeWindow } from '../calendar';
import { Exclusion, JobSummary, MeasureId, MeasureResult } from '../measures';
import { DeliveryRecord } from '../records';
import { Comparison, TrendPoint } from '../trends';
import { StuckItem, WaitKind, WaitSentence } from '../waits';

/** A page of a list. @public */
export interface Page<T> {
  items: T[];
  /** Opaque; absent on the last page. */
  nextCursor?: string;
  totalItems: number;
}

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

/** `GET /entities/:kind/:namespace/:name/measures` @public */
export interface EntityMeasuresResponse {
  entityRef: string;
  window: TimeWindow;
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

/** How the intake of one source is doing. @public */
export interface SourceHealth {
  id: string;
  title: string;
  /** `off` where no secret is configured. */
  state: 'ok' | 'silent' | 'failing' | 'off';
  /** What to do about it. */
  remedy?: string;
  lastEventAt?: string;
  eventsLastHour: number;
  /** Milliseconds from receipt to record, over the last hour. */
  lagP90?: number;
  /** Deliveries with a wrong signature. */
  rejected: number;
  /** Deliveries that could not be read. */
  quarantined: number;
  /** Deliveries that wait to be read. */
  backlog: number;
  /** Types that were accepted and not understood. */
  unknownTypes: { type: string; count: number; lastAt: string }[];
  /** Repositories and services that no entity claims. */
  unmatched: { name: string; count: number; lastAt: string }[];
  /** What the last reconciliation found that had not been delivered. */
  reconciled?: { at: string; missing: number; different: number };
}

/** `GET /sources` @public */
export interface SourcesResponse {
  sources: SourceHealth[];
}
