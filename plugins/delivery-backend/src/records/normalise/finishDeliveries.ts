import { rowsOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbDeliveryRow } from '../../database/tables';

/** How a delivery ends. */
export interface FinishedDelivery {
  id: number | string;
  state: 'done' | 'unknown' | 'quarantined';
  reason?: string;
  /** When one that is quarantined is to be read all the same. */
  due?: number;
}

/** Notes how deliveries ended. */
export async function finishDeliveries(
  tx: Knex,
  finished: readonly FinishedDelivery[],
  options: { now: number },
): Promise<void> {
  for (const state of ['done', 'unknown'] as const) {
    const ids = finished.filter(one => one.state === state).map(({ id }) => id);
    if (ids.length > 0) {
      await tx<DbDeliveryRow>('deliveries').whereIn('id', ids).update({
        state,
        reason: null,
        claimed_until: null,
        processed_at: options.now,
      });
    }
  }
  const poison = finished.filter(({ state }) => state === 'quarantined');
  if (poison.length > 0) {
    await tx.raw(
      "update deliveries set state = 'quarantined', reason = r.reason, claimed_until = r.due, processed_at = ? from ? where deliveries.id = r.id",
      [
        options.now,
        rowsOf(
          tx,
          { id: 'bigint', reason: 'text', due: 'bigint' },
          poison.map(({ id, reason, due }) => ({
            id: Number(id),
            reason: reason ?? null,
            due: due ?? null,
          })),
        ),
      ],
    );
  }
}

/** Gives deliveries back, to be taken up again from `at` on. */
export async function releaseDeliveries(
  db: Knex,
  ids: readonly (number | string)[],
  options: {
    at: number;
    /** Why it did not work out. */
    reason?: string;
    /** The attempt does not count: the delivery is not at fault. */
    isInnocent?: boolean;
  },
): Promise<void> {
  const { at, reason, isInnocent } = options;
  await db<DbDeliveryRow>('deliveries')
    .whereIn('id', [...ids])
    .where('state', 'pending')
    .update({
      claimed_until: at,
      ...(reason !== undefined && { reason }),
      ...(isInnocent && { attempts: db.raw('attempts - 1') }),
    });
}
