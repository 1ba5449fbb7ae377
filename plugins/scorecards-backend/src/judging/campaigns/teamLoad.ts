import {
  CampaignLink,
  MOST_ACTIVE_CAMPAIGNS,
} from '@fairlead/backstage-plugin-scorecards-common';
import { isPostgres, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';

/** A campaign that is active for a team. */
export interface ActiveCampaign extends CampaignLink {
  scorecardRef: string;
}

/** The campaigns that are active for each team. */
export type TeamLoad = Map<string, ActiveCampaign[]>;

/**
 * Keeps everybody else from changing which campaigns are active for which teams until the transaction ends. What a team
 * may have is counted over all campaigns, so those who start two of them at once have to come one after the other.
 * Reading goes on. SQLite has one writer at a time and needs no lock.
 */
export async function lockTeams(tx: Knex.Transaction): Promise<void> {
  if (isPostgres(tx)) {
    await tx.raw('lock table campaign_teams in share row exclusive mode');
  }
}

/** What is active for these teams, whatever a query of it is restricted to. Oldest first. */
export async function readTeamLoad(
  db: Knex,
  teamRefs: readonly string[],
  options: { now: number; without?: string },
): Promise<TeamLoad> {
  const query = db('campaign_teams as t')
    .join('campaigns as c', 'c.id', 't.campaign_id')
    .where({ 't.state': 'active', 'c.state': 'active' })
    .where('c.deadline', '>', options.now)
    .orderBy(['c.starts_at', 'c.title', 'c.id'])
    .select<(ActiveCampaign & { team_ref: string })[]>(
      't.team_ref',
      'c.id',
      'c.title',
      'c.scorecard_ref as scorecardRef',
    );
  whereOneOf(query, 't.team_ref', teamRefs);
  if (options.without !== undefined) {
    query.whereNot('c.id', options.without);
  }
  const load: TeamLoad = new Map();
  for (const { team_ref: teamRef, ...campaign } of await query) {
    load.set(teamRef, [...(load.get(teamRef) ?? []), campaign]);
  }
  return load;
}

/** Whether a team has as many active campaigns as it may have. */
export function isFull(load: TeamLoad, teamRef: string): boolean {
  return (load.get(teamRef)?.length ?? 0) >= MOST_ACTIVE_CAMPAIGNS;
}
