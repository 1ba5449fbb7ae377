import { Knex } from 'knex';
import { isPostgres } from '@fairlead/bulk-sql';
import { DbEntityRow } from '../../database/tables';

export type LeasedEntity = Pick<
  DbEntityRow,
  'entity_ref' | 'revision' | 'entity' | 'evaluate_at'
>;

/**
 * Takes the entities that have been due longest into this process's hands.
 *
 * @remarks
 *
 * On PostgreSQL replicas pass over the rows that another one is just leasing, so they share the queue without waiting.
 * A lease expires, so that another process takes over what a crashed one held.
 */
export async function leaseEntities(
  db: Knex,
  options: { now: number; limit: number; leaseFor: number },
): Promise<LeasedEntity[]> {
  const due = db<DbEntityRow>('entities')
    .select('entity_ref')
    .where('evaluate_at', '<=', options.now)
    .where(lease =>
      lease
        .whereNull('claimed_until')
        .orWhere('claimed_until', '<=', options.now),
    )
    .orderBy('evaluate_at')
    .limit(options.limit);
  if (isPostgres(db)) {
    due.forNoKeyUpdate().skipLocked();
  }
  return db<DbEntityRow>('entities')
    .whereIn('entity_ref', due)
    .update({ claimed_until: options.now + options.leaseFor })
    .returning(['entity_ref', 'revision', 'entity', 'evaluate_at']);
}
