import { Knex } from 'knex';
import { DbWaiverRow } from '../../../database/tables';
import { DecisionLog } from '../../decisions/DecisionLog';
import { readWaivers } from '../readWaivers';
import { WaiverNotices } from './WaiverNotices';

/**
 * Reminds of waivers in force that end soon, each once: so long ahead as told, or in the second half of a waiver that
 * is shorter. One that somebody has asked to renew needs no reminder.
 *
 * @remarks
 *
 * A waiver is noted as told before it is: whoever is killed in between tells it to nobody, which is better than telling
 * it with each start.
 */
export async function remindOfExpiry(
  db: Knex,
  options: {
    /** Milliseconds. */
    ahead: number;
    log: DecisionLog;
    notices: WaiverNotices;
    now: number;
  },
): Promise<number> {
  const { ahead, notices, now } = options;
  const taken: DbWaiverRow[] = await db<DbWaiverRow>('waivers')
    .where('state', 'approved')
    .whereNull('reminded_at')
    .where('expires_at', '>', now)
    .where('expires_at', '<=', now + ahead)
    .whereRaw('(expires_at - ?) * 2 <= expires_at - requested_at', [now])
    .whereNotExists(
      db('waivers as later')
        .select(db.raw('1'))
        .where('later.state', 'renewing')
        .whereRaw('later.renews = waivers.id'),
    )
    .update({ reminded_at: now })
    .returning('*');
  for (const waiver of await readWaivers(taken, { ...options, db })) {
    await notices.expiring(waiver);
  }
  return taken.length;
}
