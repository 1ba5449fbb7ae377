import { CopiedEntityRow } from '@fairlead/catalog-copy';
import {
  ContributionKind,
  DocsVote,
  JourneyState,
  MissingPart,
  StartFrom,
  TaskRun,
  TaskVerifiedBy,
  TrackPurpose,
  TrackStart,
} from '@fairlead/backstage-plugin-onboarding-common';

/*
 * The rows of the tables in `migrations/`. A bigint column comes back as a string from PostgreSQL and as a number from
 * SQLite: read it with `Number()`. A boolean comes back as 0 or 1 from SQLite: read it with `Boolean()`.
 */

/** Times: milliseconds since the epoch. */
export type DbTime = number | string;

export type DbBoolean = boolean | 0 | 1;

export interface DbEntityRow extends CopiedEntityRow {
  entity: string;
  start_at: DbTime | null;
  values_due_at: DbTime | null;
  values_changed_at: DbTime | null;
  values: string | null;
}

export interface DbMembershipRow {
  user_ref: string;
  group_ref: string;
  uid: string;
  times: number;
  /** Null where they were in it when we first looked. */
  joined_at: DbTime | null;
  left_at: DbTime | null;
}

export interface DbTrackRow {
  track_ref: string;
  version: number;
  hash: string;
  title: string;
  purpose: TrackPurpose;
  owner_ref: string;
  starts: string;
  audience: string | null;
  summary: string;
  first_seen_at: DbTime;
  gone_at: DbTime | null;
  compose_at: DbTime | null;
}

export interface DbTrackVersionRow {
  track_ref: string;
  version: number;
  plan: string;
  at: DbTime;
}

export interface DbJourneyRow {
  id: string;
  track_ref: string;
  version: number;
  user_ref: string;
  user_uid: string | null;
  team_ref: string | null;
  occasion: string;
  started_by: TrackStart;
  start_at: DbTime;
  start_from: StartFrom;
  state: JourneyState;
  buddy_ref: string | null;
  buddy_state: 'proposed' | 'accepted' | null;
  passed_by: string;
  first_done_at: DbTime | null;
  finished_at: DbTime | null;
  ended_at: DbTime | null;
  end_reason: string | null;
  user_gone_at: DbTime | null;
  created_at: DbTime;
  revision: number;
  generate_at: DbTime | null;
}

export interface DbJourneyTaskRow {
  journey_id: string;
  task_id: string;
  milestone_id: string;
  position: number;
  generated: string | null;
  doer: string;
  verification: TaskVerifiedBy['by'];
  /** `na`: not applicable; `gone`: the catalog no longer adds it. */
  state: 'open' | 'done' | 'waived' | 'na' | 'gone';
  optional: DbBoolean;
  open_since: DbTime | null;
  done_at: DbTime | null;
  done_by: string | null;
  evidence: string | null;
  holds: DbBoolean | null;
  waive_reason: string | null;
  waived_at: DbTime | null;
  run_id: string | null;
  run_state: TaskRun['state'] | null;
  run_at: DbTime | null;
  asked_at: DbTime | null;
}

export interface DbDueVerificationRow {
  id: number | string;
  journey_id: string;
}

export interface DbSignInRow {
  user_ref: string;
  first_at: DbTime;
}

export interface DbContributionRow {
  key: string;
  source_id: string;
  kind: ContributionKind;
  person: string;
  at: DbTime;
  details: string;
}

export interface DbIdentityRow {
  source_id: string;
  person: string;
  user_ref: string;
}

export interface DbIdentifiedUserRow {
  source_id: string;
  user_ref: string;
  asked_at: DbTime;
}

export interface DbHelpRequestRow {
  id: string;
  journey_id: string;
  task_id: string;
  asked_by: string;
  asked_at: DbTime;
  tried: string;
  error_says: string;
  if_nobody: string;
  missing: MissingPart;
  to_ref: string;
  reply: string | null;
  replied_by: string | null;
  replied_at: DbTime | null;
  solved_at: DbTime | null;
}

export interface DbDocsVoteRow {
  journey_id: string;
  task_id: string;
  /** Somebody on two tracks is one voter. */
  voted_by: string;
  vote: DocsVote;
  note: string | null;
  docs: string | null;
  owner_ref: string;
  at: DbTime;
}

export interface DbDocsNoticeRow {
  docs: string;
  owner_ref: string;
  told_at: DbTime;
}

export interface DbReminderRow {
  user_ref: string;
  day: string;
  hash: string;
}
