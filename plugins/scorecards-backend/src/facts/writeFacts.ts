import { Knex } from 'knex';
import { insertRows } from '../database/insertRows';
import { RowColumns } from '../database/rowsOf';
import { DbFactRow } from '../database/tables';

const COLUMNS = {
  entity_ref: 'text',
  fact_id: 'text',
  source: 'text',
  value: 'text',
  observed_at: 'bigint',
  expires_at: 'bigint',
  error: 'text',
  error_at: 'bigint',
} satisfies RowColumns;

/**
 * Writes rows, each unless a newer one is stored, and answers the refs of the entities that changed. The comparison
 * stands in the statement itself: of two writers at once, the newest observation wins.
 */
export async function writeFacts(
  tx: Knex.Transaction,
  rows: readonly DbFactRow[],
): Promise<string[]> {
  if (rows.length === 0) {
    return [];
  }
  const written: { entity_ref: string }[] = await insertRows(tx, {
    table: 'facts',
    columns: COLUMNS,
    rows: rows.map(row => ({ ...row })),
  })
    .onConflict(['entity_ref', 'fact_id'])
    .merge(Object.keys(COLUMNS))
    .whereRaw(
      'coalesce(facts.error_at, facts.observed_at) < coalesce(excluded.error_at, excluded.observed_at)',
    )
    .returning('entity_ref');
  return [...new Set(written.map(row => row.entity_ref))];
}
