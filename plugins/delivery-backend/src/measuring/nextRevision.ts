import { Knex } from 'knex';
import { DbFeedPositionRow } from '../database/tables';

/** The row of `feed_positions` from which revisions are given out. */
const REVISIONS = 2;

/**
 * The next revision, or the last of the next `count`. Ask for it last in a transaction: nobody else gets one before it
 * ends, so that no lower revision becomes visible after a higher one.
 */
export async function nextRevision(
  tx: Knex.Transaction,
  count: number = 1,
): Promise<number> {
  const [{ last }] = await tx<DbFeedPositionRow>('feed_positions')
    .insert({ id: REVISIONS, last: count })
    .onConflict('id')
    .merge({ last: tx.raw('feed_positions.last + ?', [count]) })
    .returning('last');
  return Number(last);
}
