import { Knex } from 'knex';
import { DbEntityRow } from './tables';

/**
 * Makes entities due for evaluation. The revision counts up, so that an evaluation under way does not take the change
 * for done. One that is due already keeps its place in the queue.
 */
export async function markDue(
  tx: Knex,
  options: { entityRefs: readonly string[]; now: number },
): Promise<void> {
  if (options.entityRefs.length === 0) {
    return;
  }
  await tx<DbEntityRow>('entities')
    .whereIn('entity_ref', [...options.entityRefs])
    .update({
      evaluate_at: tx.raw(
        'case when evaluate_at < ? then evaluate_at else ? end',
        [options.now, options.now],
      ),
      revision: tx.raw('revision + 1'),
    });
}
