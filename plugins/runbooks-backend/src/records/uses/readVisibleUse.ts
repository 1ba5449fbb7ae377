import { VisibleEntities } from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { DbUseRow } from '../../database/tables';
import { unknownUse } from './DatabaseUses';
import { whereUseVisible } from './whereUseVisible';

/** Throws a NotFoundError, the same for a use that does not exist and for one that the caller may not see. */
export async function readVisibleUse(
  db: Knex,
  id: string,
  visible: VisibleEntities,
): Promise<DbUseRow> {
  const query = db('uses as u').where('u.id', id).first('u.*');
  whereUseVisible(query, visible);
  const row = await query;
  if (!row) {
    throw unknownUse(id);
  }
  return row;
}
