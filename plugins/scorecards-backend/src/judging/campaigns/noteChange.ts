import { inPages } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { lockEntities } from '../../database/lockEntities';
import { DbEntityRow } from '../../database/tables';

const PAGE_SIZE = 500;

/**
 * Notes that what entities are due for has changed, so that no answer that was kept of them holds any more. Results
 * stay as they are: nothing is judged anew.
 */
export async function noteChange(
  tx: Knex.Transaction,
  entityRefs: Iterable<string>,
): Promise<void> {
  // In one order over all pages, as everybody locks them.
  const sorted = [...new Set(entityRefs)].sort();
  for (const page of inPages(sorted, PAGE_SIZE)) {
    await lockEntities(tx, page);
    await tx<DbEntityRow>('entities')
      .whereIn('entity_ref', [...page])
      .update({ revision: tx.raw('revision + 1') });
  }
}
