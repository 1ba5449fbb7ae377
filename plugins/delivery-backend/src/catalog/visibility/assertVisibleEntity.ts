import { NotFoundError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { Knex } from 'knex';
import { DbEntityRow } from '../../database/tables';
import { restrictToVisible } from './restrictToVisible';
import { Visibility } from './Visibility';

/** The one message for an entity that does not exist and for one that the caller may not see. */
export function unknownEntityMessage(entityRef: string): string {
  return isolated`There is no entity '${entityRef}', or you may not see it`;
}

/**
 * Answers what is stored of an entity. Throws a NotFoundError, the same for an entity that does not exist and for one
 * that the caller may not see.
 */
export async function assertVisibleEntity(
  db: Knex,
  entityRef: string,
  visibility: Visibility,
): Promise<DbEntityRow> {
  const query = db('entities as e')
    .where('e.entity_ref', entityRef)
    .first<DbEntityRow | undefined>('e.*');
  restrictToVisible(query, visibility);
  const row = await query;
  if (!row) {
    throw new NotFoundError(unknownEntityMessage(entityRef));
  }
  return row;
}
