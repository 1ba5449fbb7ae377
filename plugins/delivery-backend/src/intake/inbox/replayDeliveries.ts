import { ReplayRequest } from '@fairlead/backstage-plugin-delivery-common';
import { Knex } from 'knex';
import { DbDeliveryRow } from '../../database/tables';

/**
 * Lets deliveries that could not be read wait once more, as if they had just come. Of a source, those of types that were
 * not understood as well: a new version of it may understand them.
 */
export async function replayDeliveries(
  db: Knex,
  request: ReplayRequest & { sources: 'all' | readonly string[] },
): Promise<number> {
  const { ids, source, sources } = request;
  return db<DbDeliveryRow>('deliveries')
    .whereRaw(
      ids ? "state = 'quarantined'" : "state in ('unknown', 'quarantined')",
    )
    .modify(query => ids && query.whereIn('id', ids))
    .modify(query => source && query.where({ source }))
    .modify(query => sources !== 'all' && query.whereIn('source', sources))
    .update({
      state: 'pending',
      reason: null,
      attempts: 0,
      claimed_until: null,
      processed_at: null,
    });
}
