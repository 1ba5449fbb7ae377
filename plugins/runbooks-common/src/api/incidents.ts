/** The five stages of an incident. @public */
export type IncidentStage =
  | 'detection'
  | 'response'
  | 'mitigation'
  | 'recovery'
  | 'learning';

/** All stages, in their order. @public */
export const INCIDENT_STAGES: readonly IncidentStage[] = [
  'detection',
  'response',
  'mitigation',
  'recovery',
  'learning',
];

/** A moment that ends a stage, or begins the first. @public */
export type IncidentMoment =
  | 'started'
  | 'detected'
  | 'acknowledged'
  | 'mitigated'
  | 'resolved'
  | 'published';

/** The clock of one stage. @public */
export interface StageClock {
  stage: IncidentStage;
  /**
   * `known` from both its moments; `open` runs, and `duration` is a lower bound; `unknown` where a moment was never told.
   */
  state: 'known' | 'open' | 'unknown';
  from?: string;
  to?: string;
  /** Milliseconds. */
  duration?: number;
  /** Who told its end: a source, or a person on the page. */
  toldBy?: 'source' | 'person';
  /** Why it is unknown, and who could tell. */
  reason?: string;
}

/** What a review led to. @public */
export interface LinkedChange {
  id: string;
  kind: 'runbook' | 'alert' | 'code' | 'decision';
  url: string;
  title?: string;
  at: string;
}

/** Something that was agreed after an incident. @public */
export interface FollowUpItem {
  id: string;
  title: string;
  url?: string;
  dueAt?: string;
  createdAt?: string;
  closedAt?: string;
  /** Past its due date, or open for more than 30 days without one. */
  overdue: boolean;
  /** Told by the source of the incident; it is closed there. */
  fromSource: boolean;
}

/** How far the learning from an incident is. @public */
export interface Learning {
  /**
   * `not-asked` below the severity from which a review is asked for; `closed` by a published review and a linked change, or
   * by a reason why nothing is to change.
   */
  state: 'not-asked' | 'open' | 'late' | 'closed';
  /** Until when a review is expected. */
  dueAt?: string;
  reason?: string;
}

/** An incident as lists show it. @public */
export interface IncidentSummary {
  /** The key of the record. */
  id: string;
  title: string;
  severity?: string;
  entityRefs: string[];
  /** Where it is seen in the system that told it. */
  url?: string;
  foundBy?: 'alert' | 'person';
  /** When it was first known. */
  openedAt: string;
  resolvedAt?: string;
  stages: StageClock[];
  learning: Learning;
  /** An incident of the same kind came again within 90 days after this one's review was closed. */
  recurredAs?: string;
  /** The incident whose closed review did not keep this one away. */
  recurrenceOf?: string;
}

/** `GET /incidents/:id` @public */
export interface IncidentDetail extends IncidentSummary {
  alerts: string[];
  runbooks: { id: string; title: string }[];
  uses: {
    id: string;
    runbookId?: string;
    title: string;
    startedAt: string;
    finishedAt?: string;
    outcome?: string;
  }[];
  review?: {
    text?: string;
    url?: string;
    publishedAt?: string;
    nothingToChange?: string;
    /** Grows by one each time it is written; sent back, it keeps two writers from undoing each other. */
    revision?: number;
    /** A source tells its address and publication; these are changed there. */
    fromSource?: boolean;
  };
  /** A review to begin with, where there is none. */
  reviewTemplate?: string;
  changes: LinkedChange[];
  followUps: FollowUpItem[];
  /** Whether the caller may tell stages and write the review. */
  mayUpdate: boolean;
}

/** Medians of one stage over several incidents. @public */
export interface StageMedian {
  stage: IncidentStage;
  /** Milliseconds; absent where too few are known. */
  p50?: number;
  p90?: number;
  n: number;
  /** Incidents in which the stage still runs; they are part of no median. */
  open: number;
  unknown: number;
}

/** `GET /incidents` @public */
export interface IncidentPage {
  items: IncidentSummary[];
  nextCursor?: string;
  totalItems: number;
  medians: StageMedian[];
  /** Share of incidents that an alert found, of those where it is told. */
  foundByAlert: { n: number; ratio: number | null };
  /** Of the incidents whose review is due or closed: how many were closed in time. */
  learning: {
    asked: number;
    closed: number;
    ratio: number | null;
    /** Those whose review is not due yet; they are part of no ratio. */
    pending?: number;
  };
  followUps: {
    open: number;
    overdue: number;
    /** The open ones by how long they are open. */
    byAge?: { week: number; month: number; older: number };
  };
}
