import { Knex } from 'knex';
import { DbClockRow } from './tables';

/**
 * The clocks by which readers find what is new: of what entities are worth, and of drills that were finished.
 */
export type ClockName = 'values' | 'drills';

/**
 * The time now, or the one after the last where a replica whose clock is ahead gave that out. Ask for it last in a
 * transaction: nobody else gets one before it ends, so that no earlier time becomes visible after a later one.
 */
export async function nextTime(
  tx: Knex.Transaction,
  options: { clock: ClockName; now: number },
): Promise<number> {
  const { clock, now } = options;
  const [{ last }] = await tx<DbClockRow>('clocks')
    .insert({ name: clock, last: now })
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
