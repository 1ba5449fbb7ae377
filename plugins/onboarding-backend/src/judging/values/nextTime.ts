import { Knex } from 'knex';

/** The clock by which readers of values find what is new. */
const VALUES = 'values';

/**
 * The time now, or the one after the last where a replica whose clock is ahead gave that out. Ask for it last in a
 * transaction: nobody else gets one before it ends, so that no earlier time becomes visible after a later one.
 */
export async function nextTime(
  tx: Knex.Transaction,
  now: number,
): Promise<number> {
  const [{ last }] = await tx('clocks')
    .insert({ name: VALUES, last: now })
    .onConflict('name')
    .merge({
      last: tx.raw(
        'case when clocks.last < ? then ? else clocks.last + 1 end',
        [now, now],
      ),
    })
    .returning('last');
  return Number(last);
}
