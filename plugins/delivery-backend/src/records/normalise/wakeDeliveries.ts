import { Knex } from 'knex';
import { DbDeliveryRow } from '../../database/tables';
import { nameDelivery } from '../../intake/inbox/createDelivery';
import { SourceRegistry } from '../../intake/sources/SourceRegistry';

/** In hand at a time; each may have some megabytes. */
const BATCH_SIZE = 20;

/**
 * Lets deliveries wait to be read whose time has come: when they came, they spoke of the future, so that a clock was
 * wrong, their sender's or ours. One that its sender has sent again with another time stays unread.
 */
export async function wakeDeliveries(
  db: Knex,
  options: { now: number; sources: SourceRegistry },
): Promise<void> {
  const { now } = options;
  for (let count = BATCH_SIZE; count === BATCH_SIZE; ) {
    const due: DbDeliveryRow[] = await db<DbDeliveryRow>('deliveries')
      // Written out as text: the partial index of due deliveries is only used for this exact condition.
      .whereRaw("state = 'quarantined' and claimed_until is not null")
      .where('claimed_until', '<=', now)
      .orderBy('claimed_until')
      .limit(BATCH_SIZE);
    count = due.length;
    const [replaced, wanted] = await split(db, due, options);
    await finish(db, replaced, { state: 'done', processed_at: now });
    await finish(db, wanted, {
      state: 'pending',
      attempts: 0,
      processed_at: null,
    });
  }
}

async function split(
  db: Knex,
  due: readonly DbDeliveryRow[],
  { sources }: { sources: SourceRegistry },
): Promise<[replaced: DbDeliveryRow[], wanted: DbDeliveryRow[]]> {
  const replaced: DbDeliveryRow[] = [];
  const wanted: DbDeliveryRow[] = [];
  for (const row of due) {
    const source = sources.get(row.source);
    const key = source && nameDelivery(source, row);
    const other =
      key !== undefined &&
      key !== row.key &&
      (await db<DbDeliveryRow>('deliveries')
        .where({ source: row.source, key })
        .first('id'));
    (other ? replaced : wanted).push(row);
  }
  return [replaced, wanted];
}

/** Another process may have been faster. */
async function finish(
  db: Knex,
  rows: readonly DbDeliveryRow[],
  update: Partial<DbDeliveryRow>,
): Promise<void> {
  if (rows.length > 0) {
    await db<DbDeliveryRow>('deliveries')
      .whereIn(
        'id',
        rows.map(({ id }) => id),
      )
      .where({ state: 'quarantined' })
      .update({ ...update, reason: null, claimed_until: null });
  }
}
