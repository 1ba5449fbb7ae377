import { isPostgres } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbRecordRow } from '../../database/tables';
import { removeRecords } from './removeRecords';

const BATCH_SIZE = 1_000;

/** Removes records of which nothing happened for longer than is kept. */
export async function removeOldRecords(
  db: Knex,
  options: { keptFor: number; now: number; signal: AbortSignal },
): Promise<void> {
  const { keptFor, now, signal } = options;
  let removed = BATCH_SIZE;
  while (removed === BATCH_SIZE && !signal.aborted) {
    removed = await db.transaction(async tx => {
      const old = tx<DbRecordRow>('records')
        .where('until', '<', now - keptFor)
        .orderBy('until')
        .limit(BATCH_SIZE);
      if (isPostgres(tx)) {
        // A record that a worker holds may be about to be updated.
        old.forUpdate().skipLocked();
      }
      const keys: string[] = await old.pluck('key');
      await removeRecords(tx, keys);
      return keys.length;
    });
  }
}
