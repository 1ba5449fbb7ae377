import { CampaignTarget } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { TEAM_PREFIX } from './owners';

/** What an entity is asked for by a campaign that is active for its team. */
export interface EntityDue {
  id: string;
  title: string;
  scorecardRef: string;
  target: CampaignTarget;
  /** Milliseconds since the epoch. */
  deadline: number;
}

/** A condition of a query of `entities as e`: whether an active campaign meets the entity at all. */
export function hasDues(db: Knex): Knex.QueryBuilder {
  return db('campaign_entities as m')
    .join('campaigns as c', 'c.id', 'm.campaign_id')
    .whereRaw('m.entity_ref = e.entity_ref')
    .where('c.state', 'active')
    .select('c.id');
}

/** What an entity is due for, the earliest first. */
export async function readDues(
  db: Knex,
  entityRef: string,
  now: number,
): Promise<EntityDue[]> {
  const rows = await db('campaign_entities as m')
    .join('campaigns as c', 'c.id', 'm.campaign_id')
    .join('entities as e', 'e.entity_ref', 'm.entity_ref')
    .leftJoin('campaign_teams as t', on =>
      on.on('t.campaign_id', 'c.id').andOn('t.team_ref', 'e.owner_ref'),
    )
    .where('m.entity_ref', entityRef)
    .where('c.state', 'active')
    .where('c.deadline', '>', now)
    .where(standing =>
      standing
        .where('t.state', 'active')
        .orWhereNull('e.owner_ref')
        .orWhereNot('e.owner_ref', 'like', `${TEAM_PREFIX}%`),
    )
    .orderBy(['c.deadline', 'c.id'])
    .select('c.id', 'c.title', 'c.scorecard_ref', 'c.target', 'c.deadline');
  return rows.map(row => ({
    id: row.id,
    title: row.title,
    scorecardRef: row.scorecard_ref,
    target: JSON.parse(row.target),
    deadline: Number(row.deadline),
  }));
}
