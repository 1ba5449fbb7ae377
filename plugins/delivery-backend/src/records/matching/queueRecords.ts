import { insertRows } from '@fairlead/bulk-sql';
import { Knex } from 'knex';

/** Puts records up for being matched again. */
export async function queueRecords(
  tx: Knex.Transaction,
  recordKeys: readonly string[],
  options: { now: number },
): Promise<void> {
  await insertRows(tx, {
    table: 'rematches',
    columns: { record_key: 'text', since: 'bigint' },
    rows: [...recordKeys]
      .sort()
      .map(key => ({ record_key: key, since: options.now })),
    onConflict: { key: ['record_key'], ignore: true },
  });
}
