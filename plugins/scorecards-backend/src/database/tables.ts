import {
  PrincipalKind,
  WaiverState,
} from '@fairlead/backstage-plugin-scorecards-common';
import { CopiedEntityRow } from '@fairlead/catalog-copy';

/*
 * The rows of the tables in `migrations/`. A bigint column comes back as a string from PostgreSQL and as a number from
 * SQLite: read it with `Number()`.
 */

/** Times: milliseconds since the epoch. */
export type DbTime = number | string;

export interface DbEntityRow extends CopiedEntityRow {
  entity: string;
  evaluate_at: DbTime | null;
  revision: number;
  claimed_until: DbTime | null;
  evaluated_at: DbTime | null;
}

export interface DbFactRow {
  entity_ref: string;
  fact_id: string;
  source: string;
  value: string | null;
  observed_at: DbTime;
  error: string | null;
  error_at: DbTime | null;
  expires_at: DbTime | null;
}

export interface DbKnownFactRow {
  fact_id: string;
  source: string;
  first_seen_at: DbTime;
  /** JSON: what its scheduled source says of a fact that it came to know of by asking. */
  declaration: string | null;
}

export interface DbFactSourceRow {
  id: string;
  cursor: string | null;
  last_started_at: DbTime | null;
  last_finished_at: DbTime | null;
  last_outcome: 'success' | 'partial' | 'failure' | null;
  last_error: string | null;
  last_success_at: DbTime | null;
}

export interface DbScorecardRow {
  scorecard_ref: string;
  version: number;
  hash: string;
  definition: string;
  since: DbTime;
  evaluated_version: number;
  problems: string;
}

export interface DbScorecardVersionRow {
  scorecard_ref: string;
  version: number;
  definition: string;
  changes: string;
  since: DbTime;
}

export interface DbResultRow {
  scorecard_ref: string;
  entity_ref: string;
  version: number;
  level: string | null;
  level_rank: number;
  score: number | null;
  score_pass: number;
  score_total: number;
  fail_count: number;
  unknown_count: number;
  /** Letters of {@link STATUS_LETTERS}. */
  statuses: string;
  /** A JSON array of {@link StoredCheck}. */
  checks: string;
  next: string | null;
  digest: string;
  changed_at: DbTime;
}

export interface DbTransitionRow {
  id: number;
  scorecard_ref: string;
  entity_ref: string;
  check_id: string | null;
  from: string | null;
  to: string | null;
  at: DbTime;
  cause: string;
  reason: string;
}

export interface DbDailyTotalsRow {
  day: string;
  scorecard_ref: string;
  owner_ref: string;
  entities: number;
  levels: string;
  statuses: string;
  score_pass: number;
  score_total: number;
}

export interface DbWaiverRow {
  id: string;
  scorecard_ref: string;
  check_id: string;
  entity_ref: string;
  reason: string;
  /**
   * Where the waiver stands by its entries in the log, for queries. One that is to follow a waiver in force is
   * `renewing` while nobody has decided on it: of a check, one alone is `requested` or `approved`.
   */
  state: 'renewing' | WaiverState;
  requested_by: string;
  requested_at: DbTime;
  expires_at: DbTime;
  request_id: string | null;
  renews: string | null;
  reminded_at: DbTime | null;
}

export interface DbAttestationRow {
  seq: DbTime;
  id: string;
  scorecard_ref: string;
  check_id: string;
  entity_ref: string;
  team_ref: string;
  question: string;
  choice: string;
  choice_title: string;
  text: string | null;
  /** A JSON array of links. */
  evidence: string;
  answered_at: DbTime;
  expires_at: DbTime;
  reminded_at: DbTime | null;
}

/** Columns of waivers that only replicas of the version before the log write. */
export interface DbOldWaiverColumns {
  entity_owner_by: string | null;
  entity_owner_at: DbTime | null;
  scorecard_owner_by: string | null;
  scorecard_owner_at: DbTime | null;
  rejected_by: string | null;
  rejected_at: DbTime | null;
  rejected_reason: string | null;
}

export interface DbDecisionRow {
  id: DbTime;
  subject_kind: string;
  subject_id: string;
  move: string;
  side: string | null;
  actor: string | null;
  principal: PrincipalKind;
  reason: string | null;
  at: DbTime;
}
