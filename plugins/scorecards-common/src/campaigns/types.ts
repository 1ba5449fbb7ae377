import { FilterPredicate } from '@backstage/filter-predicates';
import { Decision, PrincipalKind } from '../decisions';
import { Page } from '../api';

/** Of a team, so many campaigns are active at once at most. @public */
export const MOST_ACTIVE_CAMPAIGNS = 3;

/**
 * Where a campaign stands.
 *
 * @public
 */
export type CampaignState = 'draft' | 'scheduled' | 'active' | 'ended';

/** All states, in the order in which a campaign meets them. @public */
export const CAMPAIGN_STATES: readonly CampaignState[] = [
  'draft',
  'scheduled',
  'active',
  'ended',
];

/** What somebody decides of a campaign that is drafted. @public */
export type CampaignMove =
  | 'schedule'
  | 'start'
  | 'pause'
  | 'resume'
  | 'issue'
  | 'end';

/** All moves, in the order in which a campaign meets them. @public */
export const CAMPAIGN_MOVES: readonly CampaignMove[] = [
  'schedule',
  'start',
  'pause',
  'resume',
  'issue',
  'end',
];

/**
 * What a campaign asks for: all checks at or below a level of its scorecard, or the checks that it names.
 *
 * @public
 */
export type CampaignTarget = { level: string } | { checks: string[] };

/**
 * Whether a campaign is active for a team: `paused` where its owner said so, `waiting` while the team has as many
 * active ones as it may have.
 *
 * @public
 */
export type CampaignTeamState = 'active' | 'paused' | 'waiting';

/** A campaign by name. @public */
export interface CampaignLink {
  id: string;
  title: string;
}

/**
 * A target for a set of entities, from a start to a deadline.
 *
 * @public
 */
export interface Campaign {
  id: string;
  title: string;
  why: string;
  /** The group that answers for the campaign. */
  ownerRef: string;
  scorecardRef: string;
  target: CampaignTarget;
  /** Which of the scorecard's entities it is about; all when left out. */
  appliesTo?: FilterPredicate;
  /** What the portal knows this sort of campaign by, for example where its issues go. */
  kind?: string;
  state: CampaignState;
  /** ISO 8601. */
  startsAt: string;
  /** ISO 8601. */
  deadline: string;
  /** How long before the deadline teams are reminded, for example `14d`. */
  reminders: string[];
  draftedBy: string;
  draftedAt: string;
  /** Software drafted it with the rights of `draftedBy`. */
  draftedThrough: PrincipalKind;
  startedAt?: string;
  endedAt?: string;
  /** How the campaign stands for the team that a list was asked for. */
  team?: { teamRef: string; state: CampaignTeamState };
}

/** How target checks stand: a check that is waived, or does not apply, is left out. @public */
export interface CampaignFigures {
  pass: number;
  fail: number;
  /** No data, stale or in error: neither passed nor failed. */
  unknown: number;
}

/** How a campaign stood at a time, promised beside happened. @public */
export interface CampaignPoint {
  /** ISO 8601. */
  at: string;
  /** How many checks passed. */
  pass: number;
  /** How many checks were asked for. */
  total: number;
  /** How many were to pass by then, for all to pass by the deadline. */
  promised: number;
}

/** A check that turned from pass to fail while the campaign was active, and fails still. @public */
export interface CampaignRegression {
  entityRef: string;
  checkId: string;
  /** ISO 8601. */
  at: string;
}

/** The one issue of a team and a campaign. @public */
export interface CampaignIssue {
  via: 'template' | 'webhook';
  state: 'pending' | 'opened' | 'failed';
  /** ISO 8601; when it was opened, or asked for. */
  at: string;
  /** Where it is read, or where the template is filled in. */
  url?: string;
  /** Why it could not be opened. */
  error?: string;
}

/** How far something has come: entities with all of their checks, single checks, and both over time. @public */
export interface CampaignProgress {
  entities: { done: number; total: number };
  checks: CampaignFigures;
  /** Oldest first; empty before the start. */
  series: CampaignPoint[];
}

/** How a campaign stands for one team. @public */
export interface CampaignTeam extends CampaignProgress {
  /** Null for what no team owns, or a team that the caller may not see. */
  teamRef: string | null;
  state: CampaignTeamState;
  /** What is active for the team instead, where the campaign waits for room. */
  activeElsewhere?: CampaignLink[];
  /** At most twenty. */
  regressions: CampaignRegression[];
  issue?: CampaignIssue;
}

/** `GET /campaigns` @public */
export type CampaignsResponse = Page<Campaign>;

/** `GET /campaigns/:id` @public */
export interface CampaignDetailsResponse extends Campaign {
  progress: CampaignProgress;
  /** Furthest behind first. */
  teams: CampaignTeam[];
  totalTeams: number;
  /** How an issue is opened for a team; absent where nobody configured it. */
  issues?: 'template' | 'webhook';
  /** Its entries in the log, oldest first. */
  decisions: Decision[];
}

/** `POST /campaigns/preview`: whom a campaign would meet, as things stand. @public */
export interface CampaignPreviewResponse {
  entities: { done: number; total: number };
  checks: CampaignFigures;
  /** How many teams own the entities. */
  teams: number;
  /** Teams that have as many active campaigns as they may have. */
  fullTeams: { teamRef: string; active: CampaignLink[] }[];
}

/** Which campaign pauses for a team, so that another has room, and why. @public */
export interface CampaignPause {
  teamRef: string;
  /** The campaign that pauses. */
  campaignId: string;
  /** What creates the most impact. */
  impact: string;
  /** What reduces future cost. */
  futureCost: string;
}

/** What is asked for with `POST /campaigns`. @public */
export interface CampaignDraft {
  title: string;
  why: string;
  ownerRef: string;
  scorecardRef: string;
  target: CampaignTarget;
  appliesTo?: FilterPredicate;
  kind?: string;
  startsAt: string;
  deadline: string;
  reminders?: string[];
}

/** What is asked for with `POST /campaigns/:id/moves`. @public */
export type CampaignMoveRequest =
  | { move: 'schedule' }
  | { move: 'start'; pauses?: CampaignPause[] }
  | { move: 'pause'; teamRef: string; impact: string; futureCost: string }
  | { move: 'resume'; teamRef: string; pauses?: CampaignPause[] }
  | { move: 'issue'; teamRef: string }
  | { move: 'end'; reason?: string };

/** What a check of an entity is due for. @public */
export interface CheckDue {
  /** ISO 8601: the deadline of the campaign. */
  date: string;
  campaign: CampaignLink;
}
