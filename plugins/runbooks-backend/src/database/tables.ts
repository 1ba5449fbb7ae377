import { CopiedEntityRow } from '@fairlead/catalog-copy';
import {
  HealthState,
  IncidentMoment,
  RunbookOrigin,
  RunbookTier,
  UseOutcome,
  UsePurpose,
} from '@fairlead/backstage-plugin-runbooks-common';

/*
 * The rows of the tables in `migrations/`. A bigint column comes back as a string from PostgreSQL and as a number from
 * SQLite: read it with `Number()`. A boolean comes back as 0 or 1 from SQLite: read it with `Boolean()`.
 */

/** Times: milliseconds since the epoch. */
export type DbTime = number | string;

export type DbBoolean = boolean | 0 | 1;

export interface DbEntityRow extends CopiedEntityRow {
  entity: string;
  values_changed_at: DbTime | null;
  values: string | null;
  values_due_at: DbTime | null;
  revision: number;
  register_at: DbTime | null;
}

export interface DbRunbookRow {
  id: string;
  key: string;
  entity_ref: string | null;
  title: string;
  owner_ref: string | null;
  tier: RunbookTier;
  text_from: 'text' | 'techdocs' | 'url';
  url: string | null;
  url_key: string | null;
  techdocs: string | null;
  serves: string | null;
  time_to_live: DbTime | null;
  hash: string;
  problems: string;
  resolves: HealthState;
  complete: HealthState;
  actionable: HealthState;
  fresh: HealthState;
  drift: HealthState;
  health: string;
  judge_at: DbTime | null;
  verified_at: DbTime | null;
  used_at: DbTime | null;
  created_at: DbTime;
  changed_at: DbTime;
}

export interface DbRunbookEntityRow {
  runbook_id: string;
  entity_ref: string;
  origin: RunbookOrigin;
  title: string | null;
  url: string | null;
}

export interface DbRunbookAlertRow {
  runbook_id: string;
  pattern: string;
  is_glob: DbBoolean;
}

export interface DbRunbookCopyRow {
  runbook_id: string;
  text: string;
  text_hash: string;
  base_url: string | null;
  copied_at: DbTime;
}

export interface DbRunbookProbeRow {
  runbook_id: string;
  url: string;
  host: string;
  due_at: DbTime;
  leased_until: DbTime | null;
  probed_at: DbTime | null;
  state: HealthState;
  reason: string | null;
  status: number | null;
  final_url: string | null;
  etag: string | null;
  last_modified: string | null;
  failures: number;
  ok_at: DbTime | null;
  is_too_long: DbBoolean;
}

export interface DbNoticeRow {
  runbook_id: string;
  part: string;
  state: HealthState;
  since: DbTime;
  told_at: DbTime | null;
}

export interface DbFiringRow {
  key: string;
  source: string;
  fingerprint: string;
  alert: string;
  starts_at: DbTime;
  told_ends_at: DbTime | null;
  ends_at: DbTime | null;
  part_of: string | null;
  severity: string | null;
  may_page: DbBoolean;
  details: string;
  told_at: DbTime;
}

export interface DbFiringEntityRow {
  firing_key: string;
  entity_ref: string;
  alert: string;
  starts_at: DbTime;
  ends_at: DbTime | null;
  may_page: DbBoolean;
}

export interface DbAlertRow {
  alert: string;
  entity_ref: string;
  first_fired_at: DbTime;
  last_fired_at: DbTime;
  fires_until: DbTime;
  may_page_until: DbTime;
  severity: string | null;
  labels: string;
  told_url: string | null;
  runbook_id: string | null;
  choose_at: DbTime | null;
}

export interface DbDeploymentRow {
  key: string;
  entity_ref: string;
  finished_at: DbTime;
  /** The same in all regions: several rows of one are one deployment. */
  version: string | null;
}

export interface DbIncidentRow {
  key: string;
  source: string;
  title: string | null;
  severity: string | null;
  url: string | null;
  found_by: 'alert' | 'person' | null;
  opened_at: DbTime | null;
  started_at: DbTime | null;
  detected_at: DbTime | null;
  acknowledged_at: DbTime | null;
  mitigated_at: DbTime | null;
  resolved_at: DbTime | null;
  published_at: DbTime | null;
  details: string;
  changed_at: DbTime;
}

export interface DbIncidentEntityRow {
  incident_key: string;
  entity_ref: string;
}

export interface DbToldMomentRow {
  incident_key: string;
  moment: IncidentMoment;
  at: DbTime;
  told_by: string;
  told_at: DbTime;
}

export interface DbReviewRow {
  incident_key: string;
  text: string | null;
  url: string | null;
  nothing_to_change: string | null;
  nothing_told_at: DbTime | null;
  revision: number;
  changed_by: string;
  changed_at: DbTime;
}

export interface DbLinkedChangeRow {
  id: string;
  incident_key: string;
  kind: 'runbook' | 'alert' | 'code' | 'decision';
  url: string;
  title: string | null;
  told_by: string;
  told_at: DbTime;
}

export interface DbFollowUpRow {
  id: string;
  incident_key: string;
  title: string;
  url: string | null;
  due_at: DbTime | null;
  created_at: DbTime;
  closed_at: DbTime | null;
  told_by: string;
}

export interface DbUseRow {
  id: string;
  runbook_id: string;
  title: string;
  entity_ref: string | null;
  purpose: UsePurpose;
  incident_key: string | null;
  alert: string | null;
  labels: string;
  by_agent: DbBoolean;
  started_by: string;
  started_at: DbTime;
  finished_at: DbTime | null;
  outcome: UseOutcome | null;
  note: string | null;
  steps: string;
  links: string;
  revision: number;
  under_way: string | null;
  /** Of a drill that a person finished: by the clock `drills`. */
  drill_told_at: DbTime | null;
}

export interface DbUseTickRow {
  use_id: string;
  revision: number;
  step_id: string;
  done: DbBoolean;
  ticked_by: string;
  at: DbTime;
}

export interface DbVerificationRow {
  id: string;
  runbook_id: string;
  how: 'read' | 'used';
  text_hash: string | null;
  verified_by: string;
  at: DbTime;
}

export interface DbAppliedRulesRow {
  name: string;
  rules: string;
}

export interface DbClockRow {
  name: string;
  last: DbTime;
}
