import { CampaignRegression } from '@fairlead/backstage-plugin-scorecards-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import {
  restrictToVisibleResults,
  Visibility,
} from '../../../catalog/visibility';
import { isoTime } from '../../../database/isoTime';
import { DbTime } from '../../../database/tables';
import { DbCampaignRow } from '../tables';

/** So many are told of one team. */
const MOST_OF_A_TEAM = 20;

/** So many are looked at, newest first. */
const MOST_READ = 5_000;

/** What turned from pass to fail since the start and fails still, by who owns it: one query for all teams. */
export async function readRegressions(options: {
  db: Knex;
  campaign: DbCampaignRow;
  checkIds: readonly string[];
  /** Milliseconds since the epoch. */
  since: number;
  visibility: Visibility;
  teamRefs?: readonly string[];
}): Promise<Map<string | null, CampaignRegression[]>> {
  const { db, campaign, checkIds, since, teamRefs, visibility } = options;
  const query = db('campaign_entities as m')
    .join('transitions as t', 't.entity_ref', 'm.entity_ref')
    .join('entities as e', 'e.entity_ref', 'm.entity_ref')
    .where('m.campaign_id', campaign.id)
    .where('t.scorecard_ref', campaign.scorecard_ref)
    .where({ 't.from': 'pass', 't.to': 'fail' })
    .where('t.at', '>=', since)
    .whereNotExists(
      db('transitions as l')
        .select(db.raw('1'))
        .whereRaw('l.entity_ref = t.entity_ref')
        .whereRaw('l.scorecard_ref = t.scorecard_ref')
        .whereRaw('l.check_id = t.check_id')
        .whereRaw('(l.at, l.id) > (t.at, t.id)'),
    )
    .orderBy([
      { column: 't.at', order: 'desc' },
      { column: 't.id', order: 'desc' },
    ])
    .limit(MOST_READ)
    .select<
      {
        owner_ref: string | null;
        entity_ref: string;
        check_id: string;
        at: DbTime;
      }[]
    >('e.owner_ref', 't.entity_ref', 't.check_id', 't.at');
  whereOneOf(query, 't.check_id', checkIds);
  if (teamRefs) {
    whereOneOf(query, 'e.owner_ref', teamRefs);
  }
  restrictToVisibleResults(query, visibility, 't');
  const regressions = new Map<string | null, CampaignRegression[]>();
  for (const row of await query) {
    const own = regressions.get(row.owner_ref) ?? [];
    regressions.set(row.owner_ref, own);
    if (own.length < MOST_OF_A_TEAM) {
      own.push({
        entityRef: row.entity_ref,
        checkId: row.check_id,
        at: isoTime(row.at),
      });
    }
  }
  return regressions;
}
