import { Knex } from 'knex';
import { restrictToVisible } from '@fairlead/catalog-copy';
import { DbEntityRow, DbResultRow } from '../../../database/tables';
import {
  restrictToVisibleResults,
  Visibility,
} from '../../../catalog/visibility';

/** What tells one state of an entity's results from the next: small, and cheap to read. */
export const STATE_COLUMNS = [
  'e.evaluated_at',
  // Increases with every change of a waiver, too.
  'e.revision',
  'r.scorecard_ref',
  'r.version',
  'r.changed_at',
  'r.digest',
];

/** An entity beside the state of one of its results; the columns of the result are null when it has none. */
export type EntityStateRow = Pick<
  DbResultRow,
  'scorecard_ref' | 'version' | 'changed_at' | 'digest'
> &
  Pick<DbEntityRow, 'evaluated_at' | 'revision'> & { ref: string };

/** Entities with their visible results in one indexed query; no row at all for an entity that is hidden or unknown. */
export async function readEntityResults<TRow extends EntityStateRow>(options: {
  db: Knex;
  entityRefs: readonly string[];
  visibility: Visibility;
  /** Those of `TRow`, of the entity `e` and the result `r`. */
  columns: (string | Knex.Raw)[];
}): Promise<TRow[]> {
  const { db, entityRefs, visibility, columns } = options;
  const query = db('entities as e')
    .leftJoin(visibleResults(db, entityRefs, visibility), {
      'r.entity_ref': 'e.entity_ref',
    })
    .whereIn('e.entity_ref', [...entityRefs])
    .orderBy('r.scorecard_ref')
    .select('e.entity_ref as ref', ...columns);
  restrictToVisible(query, visibility.entities);
  return query;
}

/** The bare table where nothing is hidden: databases take twice as long to plan a subquery. */
function visibleResults(
  db: Knex,
  entityRefs: readonly string[],
  visibility: Visibility,
): Knex.QueryBuilder | string {
  if (visibility.results === 'all' && visibility.scorecards === 'all') {
    return 'results as r';
  }
  const results = db('results as r')
    .join('entities as e', 'e.entity_ref', 'r.entity_ref')
    .whereIn('r.entity_ref', [...entityRefs])
    .select('r.*');
  restrictToVisibleResults(results, visibility);
  return results.as('r');
}
