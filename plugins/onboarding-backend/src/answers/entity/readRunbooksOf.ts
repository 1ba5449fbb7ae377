import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { restrictToVisible, VisibleEntities } from '@fairlead/catalog-copy';
import { Knex } from 'knex';

/** More than these nobody reads on the first day. */
const MOST = 10;

/** The runbooks of the catalog that serve an entity, by the relation that the catalog makes of what they name. */
export async function readRunbooksOf(
  db: Knex,
  entity: Entity,
  options: { visible: VisibleEntities },
): Promise<Entity[]> {
  const query = db('entities as e')
    .where('e.kind', 'runbook')
    .whereExists(term =>
      term
        .from('entity_terms as t')
        .whereRaw('t.entity_ref = e.entity_ref')
        .whereIn('t.key', ['relations.runbookfor', 'spec.serves.entities'])
        .where('t.value', stringifyEntityRef(entity))
        .select('t.entity_ref'),
    )
    .orderBy(['e.title', 'e.entity_ref'])
    .limit(MOST)
    .select('e.entity');
  restrictToVisible(query, options.visible);
  const rows: { entity: string }[] = await query;
  return rows.map(row => JSON.parse(row.entity));
}
