import { restrictToVisible, VisibleEntities } from '@fairlead/catalog-copy';
import { Knex } from 'knex';

/** Restricts a query of `incidents as i` to those about an entity that the caller may read. */
export function whereIncidentVisible(
  query: Knex.QueryBuilder,
  visible: VisibleEntities,
): void {
  query.whereExists(about => {
    about
      .select('e.entity_ref')
      .from('incident_entities as a')
      .join('entities as e', 'e.entity_ref', 'a.entity_ref')
      .whereRaw('a.incident_key = i.key');
    restrictToVisible(about, visible);
  });
}
