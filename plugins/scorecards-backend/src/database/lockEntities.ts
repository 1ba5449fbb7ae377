import { Knex } from 'knex';
import { isPostgres } from '@fairlead/bulk-sql';
import { DbEntityRow } from './tables';

/**
 * Locks the rows of entities until the transaction ends, and answers those that exist.
 *
 * @remarks
 *
 * Whoever writes facts, results or the queue of an entity takes this lock first, and takes it in the order of the
 * refs: writers of the same entities then wait for each other instead of ending in a deadlock. SQLite has one writer at
 * a time and needs no lock.
 */
export async function lockEntities(
  tx: Knex.Transaction,
  entityRefs: readonly string[],
): Promise<Map<string, { revision: number }>> {
  const query = tx<DbEntityRow>('entities')
    .select('entity_ref', 'revision')
    .whereIn('entity_ref', [...new Set(entityRefs)])
    .orderBy('entity_ref');
  const rows = await (isPostgres(tx) ? query.forNoKeyUpdate() : query);
  return new Map(rows.map(row => [row.entity_ref, { revision: row.revision }]));
}
