import { AskedQuestion, Attestation } from '../attestations';
import { CheckDue } from '../campaigns';
import { Fact } from '../facts';
import {
  CheckFix,
  DefinitionProblem,
  ScorecardEntityV1alpha1,
  WaivedMeaning,
} from '../scorecard';
import {
  CheckStatus,
  Evidence,
  NextLevel,
  ScoreParts,
  TransitionCause,
} from '../results';
import { Waiver } from '../waivers';

/** A page of a list. @public */
export interface Page<T> {
  items: T[];
  /** Opaque; absent on the last page. */
  nextCursor?: string;
  totalItems: number;
}

/** `GET /facts/:kind/:namespace/:name` @public */
export interface EntityFactsResponse {
  entityRef: string;
  facts: Fact[];
}

/** One entry of `POST /facts`: what one source saw of one entity at one time. @public */
export interface FactEntry {
  entityRef: string;
  source: string;
  /** ISO 8601; the time of receipt when left out. */
  observedAt?: string;
  values: Record<string, import('@backstage/types').JsonValue>;
}

/** `POST /facts` @public */
export interface PostFactsResponse {
  /** How many entries were taken. */
  accepted: number;
  rejected: { index: number; reason: string }[];
}

/** One check of one entity as read. @public */
export interface CheckResult {
  id: string;
  title: string;
  description?: string;
  level: string;
  weight: number;
  status: CheckStatus;
  /** Since when the status holds, ISO 8601. */
  since: string;
  /** What decided, in a plain sentence. */
  reason: string;
  evidence: Evidence[];
  why?: string;
  fix?: CheckFix;
  /** Set while the check is only announced: the time from which it will count. */
  countsFrom?: string;
  /** The waiver in force or asked for. */
  waiver?: Waiver;
  /** By when a campaign wants it to pass, while it does not; of several, the earliest. */
  due?: CheckDue;
  /** What a team is asked, where the check is a question. */
  question?: AskedQuestion;
  /** The newest answer of each team, newest first, where the check is a question. */
  answers?: Attestation[];
}

/** One scorecard's result for one entity. @public */
export interface ScorecardResult {
  scorecardRef: string;
  title: string;
  /** Null when no level is reached. */
  level: string | null;
  levels: string[];
  /** 0 to 1; null when nothing is counted. Never shown without `scoreParts`. */
  score: number | null;
  scoreParts: ScoreParts;
  next: NextLevel | null;
  checks: CheckResult[];
  /** What its waived checks mean for level and score; absent for `left-out`. */
  waivedMeaning?: WaivedMeaning;
  /** When this result last changed, ISO 8601. */
  changedAt: string;
}

/** `GET /entities/:kind/:namespace/:name` @public */
export interface EntityScorecardsResponse {
  entityRef: string;
  /** Null when the entity has not been evaluated yet. */
  evaluatedAt: string | null;
  scorecards: ScorecardResult[];
  /**
   * While `scorecards` is empty and may not stay so: no scorecard is in force yet, or one that is new or changed has not
   * judged all entities yet.
   */
  awaits?: 'scorecards' | 'evaluation';
}

/** One change of a check's status, or of the level when `checkId` is null. @public */
export interface Transition {
  scorecardRef: string;
  entityRef: string;
  checkId: string | null;
  /** Null for the first result. */
  from: string | null;
  /** Null when no level is reached, or the result went away. */
  to: string | null;
  at: string;
  cause: TransitionCause;
  reason: string;
}

/** How many entities stand at each level; the key `none` counts those below the first. @public */
export type LevelCounts = Record<string, number>;

/** How many check results have each status. @public */
export type StatusCounts = Record<CheckStatus, number>;

/** A scorecard with its totals over the entities the caller may read. @public */
export interface ScorecardSummary {
  scorecardRef: string;
  title: string;
  description?: string;
  owner: string;
  levels: string[];
  checks: {
    id: string;
    title: string;
    level: string;
    weight: number;
    from?: string;
  }[];
  totals: { entities: number; levels: LevelCounts; statuses: StatusCounts };
  /** Problems of the version now in the catalog. While there are any, the last good version is in force. */
  problems: DefinitionProblem[];
  /** Counts up with each change of the definition. */
  version: number;
  /** When the version in force took effect, ISO 8601. */
  versionSince: string;
}

/** `GET /scorecards/:namespace/:name` @public */
export interface ScorecardDetailsResponse extends ScorecardSummary {
  /** The version in force. */
  definition: ScorecardEntityV1alpha1;
}

/** A row of `GET /scorecards/:namespace/:name/entities` @public */
export interface ScorecardEntityRow {
  entityRef: string;
  title?: string;
  owner: string | null;
  system: string | null;
  level: string | null;
  score: number | null;
  scoreParts: ScoreParts;
  /** The ids of the checks with status `fail`. */
  failing: string[];
  /** In the order of `checkIds` of the page. */
  statuses: CheckStatus[];
}

/** `GET /scorecards/:namespace/:name/entities` @public */
export interface ScorecardEntitiesPage extends Page<ScorecardEntityRow> {
  /** The checks, in the order in which rows list their statuses. */
  checkIds: string[];
}

/** What a rollup can be grouped by. @public */
export type RollupBy = 'owner' | 'system' | 'domain' | 'check';

/** One group of a rollup. For `by=check` the levels are those of the entities that do not pass. @public */
export interface RollupGroup {
  /** An entity ref, or a check id; `person` collects what single persons own, and null what has none. */
  key: string | null;
  title?: string;
  entities: number;
  levels: LevelCounts;
  statuses: StatusCounts;
}

/** `GET /scorecards/:namespace/:name/rollup?by=` @public */
export interface RollupResponse {
  scorecardRef: string;
  by: RollupBy;
  items: RollupGroup[];
}

/** The totals of one day. @public */
export interface DailyTotals {
  /** `YYYY-MM-DD` in the time zone that the installation counts days by. */
  day: string;
  entities: number;
  levels: LevelCounts;
  statuses: StatusCounts;
  scoreParts: ScoreParts;
}

/** `GET /scorecards/:namespace/:name/history?from&to` @public */
export interface HistoryResponse {
  scorecardRef: string;
  from: string;
  to: string;
  items: DailyTotals[];
  /** Where the definition changed. */
  marks: { at: string; version: number; changes: string[] }[];
}

/** `GET /owners/:kind/:namespace/:name`: a team's entities and those of the teams below it. @public */
export interface OwnerScorecardsResponse {
  ownerRef: string;
  /** The team and all teams below it whose entities are counted. */
  groupRefs: string[];
  scorecards: {
    scorecardRef: string;
    title: string;
    levels: string[];
    totals: { entities: number; levels: LevelCounts; statuses: StatusCounts };
    scoreParts: ScoreParts;
    /** At most ten. */
    worst: ScorecardEntityRow[];
    /** At most ninety days. */
    trend: { day: string; scoreParts: ScoreParts; entities: number }[];
  }[];
}

/** `POST /entities/by-refs`: the levels of many entities at once, for list columns and filters. @public */
export interface EntityLevelsResponse {
  items: {
    entityRef: string;
    scorecards: {
      scorecardRef: string;
      title: string;
      level: string | null;
      levels: string[];
      score: number | null;
    }[];
  }[];
}

/** `POST /preview` @public */
export interface PreviewResponse {
  problems: DefinitionProblem[];
  /** `before` is null for a scorecard that does not exist yet. */
  totals: { before: LevelCounts | null; after: LevelCounts };
  entities: {
    entityRef: string;
    before: { level: string | null; score: number | null } | null;
    after: {
      level: string | null;
      score: number | null;
      checks: { id: string; status: CheckStatus; reason: string }[];
    };
  }[];
  nextCursor?: string;
}

/** How a fact source is doing. @public */
export interface FactSourceStatus {
  id: string;
  title: string;
  facts: string[];
  /** Null before the first run. */
  lastStartedAt: string | null;
  lastFinishedAt: string | null;
  lastOutcome: 'success' | 'partial' | 'failure' | null;
  /** When a run last ended without failing as a whole; null or absent for never. */
  lastSuccessAt?: string | null;
  /** What the last run failed on. */
  lastError?: string;
  /** Entities for which the source has facts in state `error`. */
  entitiesInError: number;
  /** Entities for which the source has facts. */
  entities: number;
}
