import { parseDuration } from '@fairlead/backstage-plugin-scorecards-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { emptyStanding, Standing } from '../progress/standing';
import { ReadCampaign } from '../readCampaigns';
import { DbCampaignTeamRow } from '../tables';
import { CampaignNotices } from './CampaignNotices';

/** So many teams are taken in hand at once: whoever is killed leaves no more than these untold. */
const BATCH = 20;

/**
 * Tells teams of a campaign that is active: once at its start and once at each reminder, the latest alone where several
 * are due. The owner is told once of teams that wait for room.
 *
 * @remarks
 *
 * A team is noted as told before it is: whoever is killed in between tells it to nobody, which is better than telling
 * it with each start.
 */
export async function tellTeams(
  db: Knex,
  read: ReadCampaign,
  options: {
    notices: CampaignNotices;
    now: number;
    /** How each team stands; asked for once somebody is to be told. */
    readStanding: () => Promise<Map<string | null, Standing>>;
  },
): Promise<void> {
  const { notices, now } = options;
  const { campaign, folded, row } = read;
  if (folded.startedAt === undefined) {
    return;
  }
  const moments = [
    folded.startedAt,
    ...campaign.reminders.map(
      text => Number(row.deadline) - parseDuration(text),
    ),
  ];
  const latest = Math.max(...moments.filter(moment => moment <= now));

  const waiting = await take(db, { id: row.id, state: 'waiting', at: latest });
  if (waiting.length > 0) {
    const [{ count }] = await db('campaign_teams')
      .where({ campaign_id: row.id, state: 'waiting' })
      .count({ count: '*' });
    await notices.waiting(campaign, Number(count));
  }
  let standing: Map<string | null, Standing> | undefined;
  for (;;) {
    const teams = await take(db, {
      id: row.id,
      state: 'active',
      at: latest,
      limit: BATCH,
    });
    if (teams.length === 0) {
      return;
    }
    standing ??= await options.readStanding();
    for (const teamRef of teams) {
      await notices.due(
        campaign,
        teamRef,
        standing.get(teamRef) ?? emptyStanding(),
      );
    }
  }
}

/** Notes that teams were told of a moment, and answers those that had not been. */
async function take(
  db: Knex,
  options: {
    id: string;
    state: DbCampaignTeamRow['state'];
    at: number;
    limit?: number;
  },
): Promise<string[]> {
  const { id, state, at, limit } = options;
  const untold = db<DbCampaignTeamRow>('campaign_teams')
    .where({ campaign_id: id, state })
    .where(before => before.whereNull('told_at').orWhere('told_at', '<', at));
  const candidates = untold.clone().orderBy('team_ref');
  if (limit !== undefined) {
    candidates.limit(limit);
  }
  const refs: string[] = await candidates.pluck('team_ref');
  if (refs.length === 0) {
    return [];
  }
  const taken = untold.clone();
  whereOneOf(taken, 'team_ref', refs);
  const rows = await taken.update({ told_at: at }).returning('team_ref');
  return rows.map(({ team_ref: ref }) => ref);
}
