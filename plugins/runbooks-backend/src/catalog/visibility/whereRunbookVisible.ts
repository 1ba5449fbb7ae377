import { restrictToVisible, VisibleEntities } from '@fairlead/catalog-copy';
import { Knex } from 'knex';

/**
 * Restricts a query of `runbooks as r` to those that the caller may read: a `Runbook` entity by itself, any other by the
 * entities that name it.
 */
export function whereRunbookVisible(
  query: Knex.QueryBuilder,
  visible: VisibleEntities,
): void {
  if (visible === 'all') {
    return;
  }
  query.where(either =>
    either
      .whereExists(self => {
        self
          .select('e.entity_ref')
          .from('entities as e')
          .whereRaw('e.entity_ref = r.entity_ref');
        restrictToVisible(self, visible);
      })
      .orWhere(named =>
        named.whereNull('r.entity_ref').whereExists(naming => {
          naming
            .select('e.entity_ref')
            .from('runbook_entities as s')
            .join('entities as e', 'e.entity_ref', 's.entity_ref')
            .whereRaw('s.runbook_id = r.id');
          restrictToVisible(naming, visible);
        }),
      ),
  );
}
