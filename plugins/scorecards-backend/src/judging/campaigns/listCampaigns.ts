import {
  Campaign,
  CampaignState,
  CampaignTeamState,
  Page,
} from '@fairlead/backstage-plugin-scorecards-common';
import { cutPage, decodeCursor, SortText } from '@fairlead/backend-routes';
import { whereOneOf } from '@fairlead/bulk-sql';
import { restrictToVisible } from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { z } from 'zod';
import { Visibility } from '../../catalog/visibility';
import { DecisionLog } from '../decisions/DecisionLog';
import { readCampaigns } from './readCampaigns';
import { DbCampaignRow } from './tables';

/** Which campaigns to list. */
export interface CampaignFilter {
  state?: CampaignState;
  /** Those that are active, paused or waiting for this team. */
  teamRef?: string;
  scorecardRef?: string;
}

/** When a campaign was drafted, and its id. */
const SortKey = z.tuple([z.int(), SortText]);

/** The campaigns of the scorecards that the caller may see, newest first. */
export async function listCampaigns(options: {
  db: Knex;
  filter: CampaignFilter;
  limit: number;
  cursor?: string;
  log: DecisionLog;
  now: number;
  visibility: Visibility;
}): Promise<Page<Campaign>> {
  const { db, filter, limit, now, visibility } = options;
  const { state, teamRef, scorecardRef } = filter;
  const list = ['campaigns', state, teamRef, scorecardRef];
  const after = decodeCursor(list, SortKey, options.cursor);

  const all = db('campaigns as c');
  if (visibility.scorecards !== 'all') {
    whereOneOf(all, 'c.scorecard_ref', visibility.scorecards);
  }
  if (scorecardRef !== undefined) {
    all.where('c.scorecard_ref', scorecardRef);
  }
  if (state !== undefined) {
    whereState(all, state, now);
  }
  const page = all
    .clone()
    .select<(DbCampaignRow & { team_state?: CampaignTeamState })[]>('c.*');
  if (teamRef !== undefined) {
    for (const query of [all, page]) {
      query
        .join('campaign_teams as t', 't.campaign_id', 'c.id')
        .join('entities as e', 'e.entity_ref', 't.team_ref')
        .where('t.team_ref', teamRef);
      restrictToVisible(query, visibility.entities);
    }
    page.select('t.state as team_state');
  }
  page
    .orderBy([
      { column: 'c.drafted_at', order: 'desc' },
      { column: 'c.id', order: 'desc' },
    ])
    .limit(limit + 1);
  if (after) {
    page.whereRaw('(c.drafted_at, c.id) < (?, ?)', after);
  }
  const [rows, [{ total }]] = await Promise.all([
    page,
    all.count({ total: '*' }),
  ]);
  const { shown, next } = cutPage(rows, {
    limit,
    list,
    keyOf: row => [Number(row.drafted_at), row.id],
  });
  const read = await readCampaigns(shown, options);
  return {
    items: read.map(({ campaign }, index) => {
      const teamState = shown[index].team_state;
      return teamRef !== undefined && teamState !== undefined
        ? { ...campaign, team: { teamRef, state: teamState } }
        : campaign;
    }),
    totalItems: Number(total),
    ...next,
  };
}

/** The stored state knows nothing of the clock: what was scheduled may have begun, and what is active may be over. */
function whereState(
  query: Knex.QueryBuilder,
  state: CampaignState,
  now: number,
): void {
  switch (state) {
    case 'draft':
      query.where('c.state', 'draft');
      break;
    case 'scheduled':
      query.where('c.state', 'scheduled').where('c.starts_at', '>', now);
      break;
    case 'active':
      query
        .where('c.deadline', '>', now)
        .where(begun =>
          begun
            .where('c.state', 'active')
            .orWhere(scheduled =>
              scheduled
                .where('c.state', 'scheduled')
                .where('c.starts_at', '<=', now),
            ),
        );
      break;
    default:
      query.where(over =>
        over
          .where('c.state', 'ended')
          .orWhere(begun =>
            begun
              .whereIn('c.state', ['scheduled', 'active'])
              .where('c.deadline', '<=', now),
          ),
      );
  }
}
