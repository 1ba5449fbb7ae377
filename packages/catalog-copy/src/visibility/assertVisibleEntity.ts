import { NotFoundError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { Knex } from 'knex';
import { restrictToVisible } from './restrictToVisible';
import { VisibleEntities } from './Visibility';

/** The one message for an entity that does not exist and for one that the caller may not see. */
export function unknownEntityMessage(entityRef: string): string {
  return isolated`There is no entity '${entityRef}', or you may not see it`;
}

/** Throws a NotFoundError, the same for an entity that does not exist and for one that the caller may not see. */
export async function assertVisibleEntity(
  db: Knex,
  entityRef: string,
  visible: VisibleEntities,
): Promise<void> {
  const query = db('entities as e')
    .where('e.entity_ref', entityRef)
    .first('e.entity_ref');
  restrictToVisible(query, visible);
  if (!(await query)) {
    throw new NotFoundError(unknownEntityMessage(entityRef));
  }
}
