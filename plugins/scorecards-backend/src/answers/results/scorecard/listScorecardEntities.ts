import {
  ScorecardEntitiesPage,
  ScorecardEntityRow,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { cutPage, decodeCursor } from '@fairlead/backend-routes';
import { readStatuses } from '../../../database/storedChecks';
import { DbEntityRow, DbResultRow } from '../../../database/tables';
import { ScorecardInForce } from '../../../judging/definitions/ScorecardDefinitions';
import {
  restrictToVisibleResults,
  Visibility,
} from '../../../catalog/visibility';
import { ScorecardVersionCache } from '../../../judging/definitions/ScorecardVersionCache';
import { applyEntitiesFilter, CheckPositions } from './entitiesFilter';
import { orderEntities } from './entitiesOrder';
import { readSort } from './readSort';
import { ScorecardEntitiesQuery } from './ScorecardResults';

type Row = DbResultRow &
  Pick<DbEntityRow, 'title' | 'owner_ref' | 'system_ref'> &
  Record<`order_${number}`, string | number>;

/** A page of a scorecard's entities, worst first unless the filter sorts them otherwise. */
export async function listScorecardEntities(
  options: ScorecardEntitiesQuery & {
    db: Knex;
    versions: ScorecardVersionCache;
    scorecard: ScorecardInForce;
    owners: readonly string[];
    positions: CheckPositions;
    /** Of the check that the filter sorts by; none when left out. */
    sortPositions?: CheckPositions;
    visibility: Visibility;
  },
): Promise<ScorecardEntitiesPage> {
  const { db, scorecard, visibility, limit, positions, owners } = options;
  const { scorecardRef, filter } = options;
  const list = ['entities', scorecardRef, filter];
  const { parts, direction } = orderEntities(readSort(filter.sort), {
    db,
    positions: options.sortPositions ?? new Map(),
  });
  const [after, counted] =
    decodeCursor(list, positionAfter(parts), options.cursor) ?? [];

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
      ...parts.map(({ sql, bindings }, index) =>
        db.raw(`${sql} as order_${index}`, bindings),
      ),
    )
    .limit(limit + 1);
  const bound = parts.flatMap(({ bindings }) => bindings);
  page.orderByRaw(
    parts.map(({ sql }) => `${sql} ${direction}`).join(', '),
    bound,
  );
  if (after) {
    page.whereRaw(
      `(${parts.map(({ sql }) => sql).join(', ')}) ${
        direction === 'asc' ? '>' : '<'
      } (${parts.map(() => '?').join(', ')})`,
      [...bound, ...after],
    );
  }

  const [rows, totalItems] = await Promise.all([
    page,
    counted ?? countAll(all),
  ]);
  const { shown, next } = cutPage(rows, {
    limit,
    list,
    keyOf: row => [parts.map((_, index) => row[`order_${index}`]), totalItems],
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

/**
 * The last row of a page, with how many entities there were when the first page was read: to count them on each page
 * would take as long as all pages.
 */
function positionAfter(
  parts: readonly { schema: z.ZodType<string | number> }[],
) {
  const [first, ...others] = parts.map(({ schema }) => schema);
  return z.tuple([z.tuple([first, ...others]), z.int().min(0)]);
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
