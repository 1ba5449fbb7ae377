import { NotFoundError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { Knex } from 'knex';
import { CopiedEntityRow } from '../tables';
import { restrictToVisible } from './restrictToVisible';
import { VisibleEntities } from './Visibility';

/** The one message for an entity that does not exist and for one that the caller may not see. */
export function unknownEntityMessage(entityRef: string): string {
  return isolated`There is no entity '${entityRef}', or you may not see it`;
}

/**
 * Answers what is stored of an entity. Throws a NotFoundError, the same for an entity that does not exist and for one
 * that the caller may not see.
 */
export async function assertVisibleEntity<TRow extends CopiedEntityRow>(
  db: Knex,
  entityRef: string,
  visible: VisibleEntities,
): Promise<TRow> {
  const query = db('entities as e')
    .where('e.entity_ref', entityRef)
    .first('e.*');
  restrictToVisible(query, visible);
  const row: TRow | undefined = await query;
  if (!row) {
    throw new NotFoundError(unknownEntityMessage(entityRef));
  }
  return row;
}
