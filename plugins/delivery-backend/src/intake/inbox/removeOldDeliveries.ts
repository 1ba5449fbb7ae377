import { Knex } from 'knex';
import { DbDeliveryRow } from '../../database/tables';

const BATCH_SIZE = 1_000;

/** A delivery that somebody has yet to look at is kept so many times longer. */
const UNREAD_FACTOR = 3;

/**
 * Removes raw deliveries that are older than is kept. What waits to be read is never removed; what is quarantined is
 * kept three times as long, since it is there for somebody to look at.
 */
export async function removeOldDeliveries(
  db: Knex,
  options: { keptFor: number; now: number; signal: AbortSignal },
): Promise<void> {
  const { keptFor, now, signal } = options;
  const sources: string[] = await db('deliveries').distinct().pluck('source');
  for (const source of sources) {
    let removed = BATCH_SIZE;
    while (removed === BATCH_SIZE && !signal.aborted) {
      removed = await db<DbDeliveryRow>('deliveries')
        .whereIn(
          'id',
          db<DbDeliveryRow>('deliveries')
            .select('id')
            .where({ source })
            .where('received_at', '<', now - keptFor)
            .where(old =>
              old
                .whereIn('state', ['done', 'unknown'])
                .orWhere(unread =>
                  unread
                    .where('state', 'quarantined')
                    .where('received_at', '<', now - keptFor * UNREAD_FACTOR),
                ),
            )
            .orderBy('received_at')
            .limit(BATCH_SIZE),
        )
        .delete();
    }
  }
  await db('source_hours')
    .where('hour', '<', now - keptFor)
    .delete();
}
