import { restrictToVisible, VisibleEntities } from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { whereRunbookVisible } from '../../catalog/visibility';

/**
 * Restricts a query of `uses as u` to those whose runbook the caller may read and, where it is for an entity, that
 * entity too. What was used stays to be read by the entity when the runbook is no more.
 */
export function whereUseVisible(
  query: Knex.QueryBuilder,
  visible: VisibleEntities,
): void {
  query
    .where(either =>
      either.whereNull('u.entity_ref').orWhereExists(entity => {
        entity
          .select('e.entity_ref')
          .from('entities as e')
          .whereRaw('e.entity_ref = u.entity_ref');
        restrictToVisible(entity, visible);
      }),
    )
    .where(either =>
      either
        .whereExists(runbook => {
          runbook
            .select('r.id')
            .from('runbooks as r')
            .whereRaw('r.id = u.runbook_id');
          whereRunbookVisible(runbook, visible);
        })
        .orWhere(gone =>
          gone
            .whereNotNull('u.entity_ref')
            .whereNotExists(runbook =>
              runbook
                .select('r.id')
                .from('runbooks as r')
                .whereRaw('r.id = u.runbook_id'),
            ),
        ),
    );
}
