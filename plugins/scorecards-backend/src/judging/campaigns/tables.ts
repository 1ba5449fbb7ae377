import {
  CampaignIssue,
  CampaignState,
  CampaignTeamState,
} from '@fairlead/backstage-plugin-scorecards-common';
import { DbTime } from '../../database/tables';

export interface DbCampaignRow {
  id: string;
  title: string;
  why: string;
  owner_ref: string;
  scorecard_ref: string;
  /** JSON of a `CampaignTarget`. */
  target: string;
  /** JSON of a filter predicate. */
  applies_to: string | null;
  kind: string | null;
  /** What the log says; the clock may have gone ahead of it. */
  state: CampaignState;
  starts_at: DbTime;
  deadline: DbTime;
  /** JSON of durations. */
  reminders: string;
  drafted_by: string;
  drafted_at: DbTime;
}

export interface DbCampaignTeamRow {
  campaign_id: string;
  team_ref: string;
  state: CampaignTeamState;
  told_at: DbTime | null;
}

export interface DbCampaignIssueRow {
  campaign_id: string;
  team_ref: string;
  via: CampaignIssue['via'];
  state: CampaignIssue['state'];
  body: string | null;
  url: string | null;
  error: string | null;
  attempts: number;
  claimed_until: DbTime | null;
  at: DbTime;
}
