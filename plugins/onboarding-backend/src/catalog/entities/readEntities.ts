import { Entity } from '@backstage/catalog-model';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbEntityRow } from '../../database/tables';

/** An entity of the catalog as it was copied. */
export interface CopiedEntity {
  uid: string;
  entity: Entity;
}

/** Copied entities by their refs, without those that the catalog does not have. */
export async function readEntities(
  db: Knex,
  entityRefs: readonly string[],
): Promise<Map<string, CopiedEntity>> {
  const query = db<DbEntityRow>('entities').select(
    'entity_ref',
    'uid',
    'entity',
  );
  whereOneOf(query, 'entity_ref', [...new Set(entityRefs)]);
  const rows = (await query) as DbEntityRow[];
  return new Map(rows.map(row => [row.entity_ref, toCopiedEntity(row)]));
}

/** An entity as it is stored. */
export function toCopiedEntity({
  uid,
  entity,
}: Pick<DbEntityRow, 'uid' | 'entity'>): CopiedEntity {
  return { uid, entity: JSON.parse(entity) };
}
