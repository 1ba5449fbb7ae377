import { isPostgres, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';

const TABLES = [
  ['records', 'key'],
  ['record_subjects', 'record_key'],
  ['record_entities', 'record_key'],
  ['record_commits', 'record_key'],
  ['delivered_changes', 'change_key'],
] as const;

/**
 * Removes records and all that hangs on them; the caller holds their locks.
 *
 * @remarks
 * Who writes what hangs on a record keeps the record from being removed meanwhile. That is waited for in the order of the
 * keys, in which they are locked there, too.
 */
export async function removeRecords(
  tx: Knex.Transaction,
  keys: readonly string[],
): Promise<void> {
  if (isPostgres(tx)) {
    const removed = tx('records').orderBy('key').forUpdate();
    whereOneOf(removed, 'key', keys);
    await removed.pluck('key');
  }
  for (const [table, column] of TABLES) {
    const query = tx(table);
    whereOneOf(query, column, keys);
    await query.delete();
  }
}
