import { CopiedEntityRow } from '@fairlead/catalog-copy';

/*
 * The rows of the tables in `migrations/`. A bigint column comes back as a string from PostgreSQL and as a number from
 * SQLite: read it with `Number()`. JSON columns are text.
 */

/** Times: milliseconds since the epoch. */
export type DbTime = number | string;

export interface DbDeliveryRow {
  id: number | string;
  source: string;
  key: string;
  type: string | null;
  via: string;
  payload: string;
  size: number;
  pull_id: string | null;
  received_at: DbTime;
  state: 'pending' | 'done' | 'unknown' | 'quarantined';
  reason: string | null;
  attempts: number;
  claimed_until: DbTime | null;
  processed_at: DbTime | null;
}

export interface DbSourceHourRow {
  source: string;
  hour: DbTime;
  accepted: number;
  duplicates: number;
  rejected: number;
  last_accepted_at: DbTime | null;
  last_rejected_at: DbTime | null;
  last_rejection: string | null;
}

export interface DbRecordRow {
  key: string;
  kind: string;
  source: string;
  record: string;
  at: DbTime;
  until: DbTime;
  paths: string | null;
  position: number | string | null;
  withdrawn: boolean | number;
  subjects_at: DbTime | null;
}

export interface DbFeedPositionRow {
  id: number;
  last: number | string;
}

export interface DbSubjectRow {
  id: number | string;
  source: string;
  annotation: string;
  value: string;
  first_at: DbTime;
  last_at: DbTime;
  matched: boolean | number;
}

export interface DbRepositoryNameRow {
  source: string;
  repository_id: string;
  name: string;
  former_name: string;
  at: DbTime | null;
  told_at: DbTime;
  present: string;
}

export interface DbRenamingRow {
  source: string;
  repository_id: string;
  name: string;
  after_key: string;
}

export interface DbRematchRow {
  record_key: string;
  since: DbTime;
}

export interface DbRecordEntityRow {
  entity_ref: string;
  record_key: string;
  kind: string;
  at: DbTime;
  until: DbTime;
}

export interface DbEntityRow extends CopiedEntityRow {
  /** JSON */
  problems: string | null;
}

export interface DbClaimRow {
  entity_ref: string;
  annotation: string;
  value: string;
  paths: string;
}

export interface DbPersonRow {
  person: string;
  user_ref: string;
}

export interface DbOwnershipRow {
  entity_ref: string;
  owner_ref: string;
  from: DbTime;
  to: DbTime | null;
}

export interface DbChangedDayRow {
  entity_ref: string;
  part: 'flow' | 'ci';
  day: string;
  since: DbTime;
}

export interface DbMeasuredEntityRow {
  entity_ref: string;
  revision: number | string;
  measured_at: DbTime;
  due_at: DbTime | null;
  claimed_until: DbTime | null;
  options: string;
  heads: string;
}

export interface DbSampleDayRow {
  entity_ref: string;
  measure: string;
  day: string;
  samples: string;
  has_samples: boolean | number;
}

export interface DbOpenAuthorRow {
  entity_ref: string;
  person: string;
}

export interface DbDeliveredChangeRow {
  change_key: string;
  entity_ref: string;
  deployment_key: string;
  deployed_at: DbTime;
  revoked: boolean | number;
  revision: number | string;
}

export interface DbSummaryRow {
  key: string;
  revision: number | string;
  computed_at: DbTime;
  used_at: DbTime;
  summary: string;
}

export interface DbFrictionReportRow {
  id: string;
  entity_ref: string;
  owner_ref: string;
  kind: string;
  note: string | null;
  minutes: number;
  reported_by: string;
  reported_at: DbTime;
}

export interface DbPullRow {
  id: string;
  source: string;
  via: string;
  state: 'queued' | 'running' | 'done' | 'failed';
  from: DbTime;
  to: DbTime;
  requested_at: DbTime;
  started_at: DbTime | null;
  finished_at: DbTime | null;
  read: number;
  missing: number;
  different: number;
  progress: string | null;
  error: string | null;
}

export interface DbPullCacheRow {
  source: string;
  url: string;
  etag: string;
  used_at: DbTime;
}

export interface DbSecretRow {
  name: string;
  value: string;
}
