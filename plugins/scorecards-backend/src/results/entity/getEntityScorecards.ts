import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { DbResultRow, DbTime } from '../../database/tables';
import {
  restrictToVisibleEntities,
  restrictToVisibleResults,
  Visibility,
} from '../../visibility';
import { WaiverStore } from '../../waivers/WaiverStore';
import { isoTime } from '../isoTime';
import { ScorecardVersionCache } from '../ScorecardVersionCache';
import { unknownEntity } from './assertVisibleEntity';
import { EntityScorecards } from './EntityResults';
import { toScorecardResult } from './toScorecardResult';

/** An entity beside one of its results; the columns of the result are null when it has none. */
type EntityResultRow = DbResultRow & {
  evaluated_at: DbTime | null;
  has_waivers: number | boolean;
};

/** One indexed query for an entity with all its results, and one more where it has waivers. */
export async function getEntityScorecards(options: {
  db: Knex;
  versions: ScorecardVersionCache;
  waivers: WaiverStore;
  entityRef: string;
  visibility: Visibility;
}): Promise<EntityScorecards> {
  const { db, versions, waivers: waiverStore, entityRef } = options;
  const rows = await readRows(db, entityRef, options.visibility);
  if (!rows.length) {
    throw unknownEntity(entityRef);
  }
  const [{ evaluated_at: evaluatedAt, has_waivers: hasWaivers }] = rows;
  const results = rows.filter(row => row.scorecard_ref !== null);
  const [definitionOf, waivers] = await Promise.all([
    versions.load(results),
    hasWaivers ? waiverStore.listCurrent(entityRef) : [],
  ]);
  const hash = createHash('sha1').update(
    JSON.stringify([rows.map(identify), waivers]),
  );

  return {
    etag: `W/"${hash.digest('base64url')}"`,
    toResponse: () => ({
      entityRef,
      evaluatedAt: evaluatedAt === null ? null : isoTime(evaluatedAt),
      scorecards: results.flatMap(row => {
        const definition = definitionOf(row);
        return definition ? toScorecardResult(row, definition, waivers) : [];
      }),
    }),
  };
}

/** What tells one state of an entity's results from the next, without the bulk of them. */
function identify(row: EntityResultRow) {
  const { evaluated_at, scorecard_ref, version, changed_at, digest } = row;
  return [evaluated_at, scorecard_ref, version, changed_at, digest];
}

async function readRows(
  db: Knex,
  entityRef: string,
  visibility: Visibility,
): Promise<EntityResultRow[]> {
  const query = db('entities as e')
    .leftJoin(visibleResults(db, entityRef, visibility), {
      'r.entity_ref': 'e.entity_ref',
    })
    .where('e.entity_ref', entityRef)
    .orderBy('r.scorecard_ref')
    .select<EntityResultRow[]>(
      'r.*',
      'e.evaluated_at',
      db.raw(
        `exists (
           select 1 from waivers w
           where w.entity_ref = e.entity_ref and w.state in ('requested', 'approved')
         ) as has_waivers`,
      ),
    );
  restrictToVisibleEntities(query, visibility.entities);
  return query;
}

/** The bare table where nothing is hidden: SQLite prepares every query anew, and a subquery doubles what that takes. */
function visibleResults(
  db: Knex,
  entityRef: string,
  visibility: Visibility,
): Knex.QueryBuilder | string {
  if (visibility.results === 'all' && visibility.scorecards === 'all') {
    return 'results as r';
  }
  const results = db('results as r')
    .join('entities as e', 'e.entity_ref', 'r.entity_ref')
    .where('r.entity_ref', entityRef)
    .select('r.*');
  restrictToVisibleResults(results, visibility);
  return results.as('r');
}
