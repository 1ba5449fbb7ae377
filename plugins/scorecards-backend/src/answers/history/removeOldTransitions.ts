import { Knex } from 'knex';
import { DbTransitionRow } from '../../database/tables';

const PAGE_SIZE = 5_000;

/** Forgets the transitions before a time, a page at a time so that no lock is held long. Answers how many. */
export async function removeOldTransitions(
  db: Knex,
  options: { before: number; signal?: AbortSignal },
): Promise<number> {
  let removed = 0;
  for (;;) {
    options.signal?.throwIfAborted();
    const count = await db<DbTransitionRow>('transitions')
      .whereIn(
        'id',
        db<DbTransitionRow>('transitions')
          .select('id')
          .where('at', '<', options.before)
          .limit(PAGE_SIZE),
      )
      .delete();
    removed += count;
    if (count < PAGE_SIZE) {
      return removed;
    }
  }
}
