import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';

const TABLES = [
  ['records', 'key'],
  ['record_subjects', 'record_key'],
  ['record_entities', 'record_key'],
  ['record_commits', 'record_key'],
  ['delivered_changes', 'change_key'],
] as const;

/** Removes records and all that hangs on them; the caller holds their locks. */
export async function removeRecords(
  tx: Knex.Transaction,
  keys: readonly string[],
): Promise<void> {
  for (const [table, column] of TABLES) {
    const query = tx(table);
    whereOneOf(query, column, keys);
    await query.delete();
  }
}
