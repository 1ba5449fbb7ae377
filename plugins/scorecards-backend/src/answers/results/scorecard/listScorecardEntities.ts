import {
  ScorecardEntitiesPage,
  ScorecardEntityRow,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { cutPage, decodeCursor, SortText } from '@fairlead/backend-routes';
import { readStatuses } from '../../../database/storedChecks';
import { DbEntityRow, DbResultRow } from '../../../database/tables';
import { ScorecardInForce } from '../../../judging/definitions/ScorecardDefinitions';
import {
  restrictToVisibleResults,
  Visibility,
} from '../../../catalog/visibility';
import { ScorecardVersionCache } from '../../../judging/definitions/ScorecardVersionCache';
import { applyEntitiesFilter, CheckPositions } from './entitiesFilter';
import { ScorecardEntitiesQuery } from './ScorecardResults';

type Row = DbResultRow &
  Pick<DbEntityRow, 'title' | 'owner_ref' | 'system_ref'> & {
    score_order: number;
  };

/** Level rank, score, entity ref. */
const SortKey = z.tuple([z.int().max(1000).min(-1), z.number(), SortText]);

/** With how many entities there were when the first page was read: to count them on each page would take as long as all pages. */
const Position = z.tuple([SortKey, z.int().min(0)]);

/** Scores are at most 1: what has none comes after what has the best. */
const SCORE_ORDER = 'coalesce(r.score, 2)';

/** A page of a scorecard's entities, worst first. */
export async function listScorecardEntities(
  options: ScorecardEntitiesQuery & {
    db: Knex;
    versions: ScorecardVersionCache;
    scorecard: ScorecardInForce;
    owners: readonly string[];
    positions: CheckPositions;
    visibility: Visibility;
  },
): Promise<ScorecardEntitiesPage> {
  const { db, scorecard, visibility, limit, positions, owners } = options;
  const { scorecardRef, filter } = options;
  const list = ['entities', scorecardRef, filter];
  const [after, counted] = decodeCursor(list, Position, options.cursor) ?? [];

  const all = db('results as r')
    .join('entities as e', 'e.entity_ref', 'r.entity_ref')
    .where('r.scorecard_ref', scorecardRef);
  restrictToVisibleResults(all, visibility);
  applyEntitiesFilter(all, filter, { owners, positions });

  const page = all
    .clone()
    .select<Row[]>(
      'r.entity_ref',
      'r.scorecard_ref',
      'r.version',
      'r.level',
      'r.level_rank',
      'r.score',
      'r.score_pass',
      'r.score_total',
      'r.statuses',
      'e.title',
      'e.owner_ref',
      'e.system_ref',
      db.raw(`${SCORE_ORDER} as score_order`),
    )
    .orderByRaw(`r.level_rank, ${SCORE_ORDER}, r.entity_ref`)
    .limit(limit + 1);
  if (after) {
    page.whereRaw(
      `(r.level_rank, ${SCORE_ORDER}, r.entity_ref) > (?, ?, ?)`,
      after,
    );
  }

  const [rows, totalItems] = await Promise.all([
    page,
    counted ?? countAll(all),
  ]);
  const { shown, next } = cutPage(rows, {
    limit,
    list,
    keyOf: row => [
      [row.level_rank, row.score_order, row.entity_ref],
      totalItems,
    ],
  });
  const checkIds = scorecard.definition.spec.checks.map(({ id }) => id);
  const definitionOf = await options.versions.load(shown);

  return {
    checkIds,
    items: shown.map(row =>
      toEntityRow(
        row,
        checkIds,
        definitionOf(row)?.spec.checks.map(({ id }) => id) ?? [],
      ),
    ),
    totalItems,
    ...next,
  };
}

async function countAll(query: Knex.QueryBuilder): Promise<number> {
  const [{ total }] = await query.count({ total: '*' });
  return Number(total);
}

/**
 * While a new version is being evaluated, some rows still stand as the version before left them. A check which that
 * one did not have is not known yet.
 */
function toEntityRow(
  row: Row,
  checkIds: string[],
  storedIds: string[],
): ScorecardEntityRow {
  const stored = readStatuses(row.statuses);
  const statuses = checkIds.map(id => stored[storedIds.indexOf(id)]);
  return {
    entityRef: row.entity_ref,
    ...(row.title !== null && { title: row.title }),
    owner: row.owner_ref,
    system: row.system_ref,
    level: row.level,
    score: row.score,
    scoreParts: { pass: row.score_pass, total: row.score_total },
    failing: checkIds.filter((_, index) => statuses[index] === 'fail'),
    statuses: statuses.map(status => status ?? 'no-data'),
  };
}
