import { Knex } from 'knex';
import { DbWaiverRow } from '../../database/tables';

/**
 * Closes the waivers whose time is over. Results need no word of it: the clock already made their entities due.
 */
export async function expireWaivers(db: Knex, now: number): Promise<number> {
  return db<DbWaiverRow>('waivers')
    .whereIn('state', ['requested', 'approved'])
    .where('expires_at', '<=', now)
    .update({ state: 'expired' });
}
