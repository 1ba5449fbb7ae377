import {
  CampaignFigures,
  CampaignProgress,
  CampaignTarget,
  CheckStatus,
  targetChecks,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { readStatuses } from '../../../database/storedChecks';
import {
  restrictToVisibleResults,
  Visibility,
} from '../../../catalog/visibility';
import { ScorecardVersionCache } from '../../definitions/ScorecardVersionCache';
import { DbCampaignRow } from '../tables';

/** How something stands now. */
export type Standing = Omit<CampaignProgress, 'series'>;

/** Nothing at all. */
export function emptyStanding(): Standing {
  return {
    entities: { done: 0, total: 0 },
    checks: { pass: 0, fail: 0, unknown: 0 },
  };
}

/** Adds one standing to another. */
export function addStanding(sum: Standing, part: Standing): void {
  sum.entities.done += part.entities.done;
  sum.entities.total += part.entities.total;
  sum.checks.pass += part.checks.pass;
  sum.checks.fail += part.checks.fail;
  sum.checks.unknown += part.checks.unknown;
}

const COUNTED_AS: Partial<Record<CheckStatus, keyof CampaignFigures>> = {
  pass: 'pass',
  fail: 'fail',
  'no-data': 'unknown',
  stale: 'unknown',
  error: 'unknown',
};

/** Adds entities that stand alike: one is done when nothing that it is asked for is missing. */
export function addEntities(
  sum: Standing,
  statuses: readonly CheckStatus[],
  entities: number,
): void {
  let isDone = true;
  for (const status of statuses) {
    const counted = COUNTED_AS[status];
    if (counted) {
      sum.checks[counted] += entities;
      isDone &&= counted === 'pass';
    }
  }
  sum.entities.total += entities;
  sum.entities.done += isDone ? entities : 0;
}

/** The statuses that a target asks for, out of those of a result and the definition that it was made with. */
export function createTargetReader(
  definitionOf: Awaited<ReturnType<ScorecardVersionCache['load']>>,
  target: CampaignTarget,
): (row: {
  scorecard_ref: string;
  version: number;
  statuses: string;
}) => CheckStatus[] {
  return row => {
    const definition = definitionOf(row);
    if (!definition) {
      return [];
    }
    const asked = new Set(targetChecks(definition, target));
    const statuses = readStatuses(row.statuses);
    return definition.spec.checks.flatMap(({ id }, index) =>
      asked.has(id) ? [statuses[index]] : [],
    );
  };
}

/** How the entities of a campaign stand, by who owns them: one query for all teams. */
export async function readStanding(options: {
  db: Knex;
  campaign: DbCampaignRow;
  versions: ScorecardVersionCache;
  visibility: Visibility;
}): Promise<Map<string | null, Standing>> {
  const { db, campaign, versions, visibility } = options;
  const query = db('campaign_entities as m')
    .join('results as r', 'r.entity_ref', 'm.entity_ref')
    .join('entities as e', 'e.entity_ref', 'm.entity_ref')
    .where('m.campaign_id', campaign.id)
    .where('r.scorecard_ref', campaign.scorecard_ref)
    .groupBy('e.owner_ref', 'r.scorecard_ref', 'r.version', 'r.statuses')
    .select<
      {
        owner_ref: string | null;
        scorecard_ref: string;
        version: number;
        statuses: string;
        count: number | string;
      }[]
    >(
      'e.owner_ref',
      'r.scorecard_ref',
      'r.version',
      'r.statuses',
      db.raw('count(*) as count'),
    );
  restrictToVisibleResults(query, visibility);
  const rows = await query;
  const statusesOf = createTargetReader(
    await versions.load(rows),
    JSON.parse(campaign.target),
  );
  const standing = new Map<string | null, Standing>();
  for (const row of rows) {
    const sum = standing.get(row.owner_ref) ?? emptyStanding();
    standing.set(row.owner_ref, sum);
    addEntities(sum, statusesOf(row), Number(row.count));
  }
  return standing;
}
