import { Knex } from 'knex';
import { DbWaiverRow } from '../../database/tables';

/** The states of waivers that are asked for or in force. */
export const CURRENT_STATES: DbWaiverRow['state'][] = [
  'requested',
  'renewing',
  'approved',
];

/**
 * Closes the waivers whose time is over. Results need no word of it: the clock already made their entities due.
 */
export async function expireWaivers(db: Knex, now: number): Promise<number> {
  return db<DbWaiverRow>('waivers')
    .whereIn('state', CURRENT_STATES)
    .where('expires_at', '<=', now)
    .update({ state: 'expired' });
}
