import { CampaignTeamState } from '@fairlead/backstage-plugin-scorecards-common';
import { insertRows, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { TEAM_PREFIX } from './owners';
import { DbCampaignTeamRow } from './tables';
import { isFull, readTeamLoad } from './teamLoad';

/** What a campaign that is active came to for the teams that it meets. */
export interface SettledTeams {
  /** Those for which the campaign became active, or is so no more. */
  changed: string[];
  /** All that wait for room. */
  waiting: string[];
  /** How many entities the campaign meets that no team owns. */
  withoutTeam: number;
}

/**
 * Brings the teams of an active campaign up to date with who owns its entities: a team that owns none any more goes; one
 * that is new, or was waiting, joins where it has room. So no team ever has more active campaigns than it may have, also
 * where entities change hands. Whoever calls this holds the lock of the teams.
 */
export async function settleTeams(
  tx: Knex.Transaction,
  options: {
    campaignId: string;
    /** The teams that the log says it pauses for. */
    paused: ReadonlySet<string>;
    now: number;
  },
): Promise<SettledTeams> {
  const { campaignId, paused, now } = options;
  const [owners, rows] = await Promise.all([
    readOwners(tx, campaignId),
    tx<DbCampaignTeamRow>('campaign_teams').where('campaign_id', campaignId),
  ]);
  const standing = new Map(rows.map(row => [row.team_ref, row.state]));
  const load = await readTeamLoad(tx, owners.teams, {
    now,
    without: campaignId,
  });
  const stateOf = (teamRef: string): CampaignTeamState => {
    if (paused.has(teamRef)) {
      return 'paused';
    }
    return standing.get(teamRef) === 'active' || !isFull(load, teamRef)
      ? 'active'
      : 'waiting';
  };
  const next = new Map(owners.teams.map(ref => [ref, stateOf(ref)]));
  const written = owners.teams.filter(
    ref => standing.get(ref) !== next.get(ref),
  );
  const gone = rows
    .map(({ team_ref: ref }) => ref)
    .filter(ref => !next.has(ref));
  await insertRows(tx, {
    table: 'campaign_teams',
    columns: { campaign_id: 'text', team_ref: 'text', state: 'text' },
    rows: written.map(ref => ({
      campaign_id: campaignId,
      team_ref: ref,
      state: next.get(ref) ?? 'waiting',
    })),
    onConflict: { key: ['campaign_id', 'team_ref'] },
  });
  if (gone.length > 0) {
    const removed = tx<DbCampaignTeamRow>('campaign_teams').where(
      'campaign_id',
      campaignId,
    );
    whereOneOf(removed, 'team_ref', gone);
    await removed.delete();
  }
  return {
    changed: written.filter(
      ref => (standing.get(ref) === 'active') !== (next.get(ref) === 'active'),
    ),
    waiting: owners.teams.filter(ref => next.get(ref) === 'waiting'),
    withoutTeam: owners.withoutTeam,
  };
}

/** The entities of a campaign that belong to these teams; with all of it, those that no team owns as well. */
export async function entitiesOfTeams(
  db: Knex,
  campaignId: string,
  teamRefs: readonly string[] | 'all',
): Promise<string[]> {
  const query = db('campaign_entities as m').where('m.campaign_id', campaignId);
  if (teamRefs !== 'all') {
    query.join('entities as e', 'e.entity_ref', 'm.entity_ref');
    whereOneOf(query, 'e.owner_ref', teamRefs);
  }
  return query.pluck('m.entity_ref');
}

async function readOwners(
  tx: Knex.Transaction,
  campaignId: string,
): Promise<{ teams: string[]; withoutTeam: number }> {
  const rows: { owner_ref: string | null; entities: number | string }[] =
    await tx('campaign_entities as m')
      .join('entities as e', 'e.entity_ref', 'm.entity_ref')
      .where('m.campaign_id', campaignId)
      .groupBy('e.owner_ref')
      .orderBy('e.owner_ref')
      .select('e.owner_ref', tx.raw('count(*) as entities'));
  const isTeam = (ref: string | null): ref is string =>
    ref?.startsWith(TEAM_PREFIX) === true;
  return {
    teams: rows.flatMap(row => (isTeam(row.owner_ref) ? row.owner_ref : [])),
    withoutTeam: rows
      .filter(row => !isTeam(row.owner_ref))
      .reduce((sum, row) => sum + Number(row.entities), 0),
  };
}
