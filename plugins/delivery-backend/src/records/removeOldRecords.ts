import { isPostgres, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbRecordRow } from '../database/tables';

const BATCH_SIZE = 1_000;

const TABLES = [
  ['records', 'key'],
  ['record_subjects', 'record_key'],
  ['record_entities', 'record_key'],
  ['record_commits', 'record_key'],
] as const;

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
        // One that a worker has in hand may be about to become younger.
        old.forUpdate().skipLocked();
      }
      const keys: string[] = await old.pluck('key');
      for (const [table, column] of TABLES) {
        const query = tx(table);
        whereOneOf(query, column, keys);
        await query.delete();
      }
      return keys.length;
    });
  }
}
