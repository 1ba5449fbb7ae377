import { Entity } from '@backstage/catalog-model';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbEntityRow } from '../../database/tables';

/** An entity of the catalog as it was copied. */
export interface CopiedEntity {
  uid: string;
  entity: Entity;
}

/** Copied entities by their refs, or by a query of these, without those that the catalog does not have. */
export async function readEntities(
  db: Knex,
  entityRefs: readonly string[] | Knex.QueryBuilder,
): Promise<Map<string, CopiedEntity>> {
  const query = db<DbEntityRow>('entities').select(
    'entity_ref',
    'uid',
    'entity',
  );
  if (Array.isArray(entityRefs)) {
    whereOneOf(query, 'entity_ref', [...new Set(entityRefs)]);
  } else {
    query.whereIn('entity_ref', entityRefs as Knex.QueryBuilder);
  }
  const rows = (await query) as DbEntityRow[];
  return new Map(
    rows.map(row => [
      row.entity_ref,
      {
        uid: row.uid,
        entity: JSON.parse(row.entity),
      },
    ]),
  );
}
