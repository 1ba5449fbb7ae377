import { NotFoundError } from '@backstage/errors';
import {
  restrictToVisible,
  unknownEntityMessage,
} from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { restrictToVisibleResults } from './restrictToVisible';
import { Visibility } from './Visibility';

/** The one answer for an entity that does not exist and for one that the caller may not see. */
export function unknownEntity(entityRef: string): NotFoundError {
  return new NotFoundError(unknownEntityMessage(entityRef));
}

/**
 * Throws a NotFoundError when the caller may not see the entity. What belongs to no single scorecard, such as facts,
 * is shown to a caller with conditions on results when one result of the entity meets them.
 */
export async function assertVisibleEntity(options: {
  db: Knex;
  entityRef: string;
  visibility: Visibility;
}): Promise<void> {
  const { db, entityRef, visibility } = options;
  const query = db('entities as e')
    .where('e.entity_ref', entityRef)
    .first('e.entity_ref');
  if (visibility.results === 'all') {
    restrictToVisible(query, visibility.entities);
  } else {
    query.join('results as r', 'r.entity_ref', 'e.entity_ref');
    restrictToVisibleResults(query, visibility);
  }
  if (!(await query)) {
    throw unknownEntity(entityRef);
  }
}
