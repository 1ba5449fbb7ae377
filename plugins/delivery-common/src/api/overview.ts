import { TimeWindow } from '../calendar';
import { MeasureId } from '../measures';
import { StuckItem, WaitKind, WaitSentence } from '../waits';
import { MeasureView, WaitCounts, WaitView } from './measures';

/** Whose numbers a team's are: of what it owned when it happened, or of what it owns today. @public */
export type OwnershipView = 'then' | 'now';

/** How a measure is spread over the samples of one team. @public */
export interface MeasureSpread {
  id: MeasureId;
  state: 'ok' | 'insufficient-data';
  unit: 'ms' | 'ratio' | 'perWeek';
  n: number;
  value?: number;
  /** As of a measure: `few` says to tell `count` of `n`, or `count` alone for a rate, and not the value. */
  count?: number;
  few?: true;
  p25?: number;
  p50?: number;
  p75?: number;
  p90?: number;
}

/** One team beside others. @public */
export interface TeamOverview {
  entityRef: string;
  title?: string;
  /** How many entities that the reader may see. */
  entities: number;
  /** How many of the other teams are in it: its numbers hold theirs. Absent where none is. */
  teams?: number;
  measures: MeasureSpread[];
  /** The largest wait. */
  wait?: { kind: WaitKind; share: number; n: number; few?: true };
}

/** `GET /overview`: the whole organisation, as far as the reader may see it. @public */
export interface OverviewResponse {
  window: TimeWindow;
  view: OwnershipView;
  /** As of when it was computed. */
  computedAt: string;
  /** How many entities are in it. */
  entities: number;
  /** The fewest samples of which a share or a rate is told as such; what rests on fewer is marked `few`. */
  fewest: number;
  measures: MeasureView[];
  waits: WaitView[];
  waitCounts: WaitCounts;
  sentence: (WaitSentence & { text: string }) | null;
  lostPerWeek?: number;
  /** By title; never ranked. */
  teams: TeamOverview[];
}

/** Something that waits. @public */
export interface WaitingItem extends StuckItem {
  kind: WaitKind;
  entityRef: string;
  /** The reader wrote the change. */
  isMine: boolean;
}

/** `GET /waiting`: what waits of the reader and the reader's teams, oldest first. @public */
export interface WaitingResponse {
  items: WaitingItem[];
  totalItems: number;
  /**
   * When the last record of the entities of the reader's teams came. Absent where nothing is known of them: then that
   * nothing is listed does not mean that nothing waits.
   */
  lastRecordAt?: string;
}
