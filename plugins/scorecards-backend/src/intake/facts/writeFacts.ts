import { Knex } from 'knex';
import { insertRows, RowColumns } from '@fairlead/bulk-sql';
import { DbFactRow } from '../../database/tables';
import { FactWrite } from './planFactWrite';

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

/** Writes what was planned, and answers the refs of the entities that changed. */
export async function writeFacts(
  tx: Knex.Transaction,
  writes: readonly FactWrite[],
): Promise<string[]> {
  const rowsOfType = (type: FactWrite['type']) =>
    writes.filter(write => write.type === type).map(({ row }) => row);
  return [
    ...new Set([
      ...(await deleteFacts(tx, rowsOfType('delete'))),
      ...(await putFacts(tx, rowsOfType('put'))),
    ]),
  ];
}

async function deleteFacts(
  tx: Knex.Transaction,
  rows: readonly DbFactRow[],
): Promise<string[]> {
  const byFact = new Map<string, string[]>();
  for (const { fact_id: factId, entity_ref: entityRef } of rows) {
    byFact.set(factId, [...(byFact.get(factId) ?? []), entityRef]);
  }
  for (const [factId, entityRefs] of byFact) {
    await tx<DbFactRow>('facts')
      .where('fact_id', factId)
      .whereIn('entity_ref', entityRefs)
      .delete();
  }
  return rows.map(row => row.entity_ref);
}

/**
 * Writes each row unless a newer one is stored. The comparison stands in the statement itself: of two writers at once,
 * the newest observation wins.
 */
async function putFacts(
  tx: Knex.Transaction,
  rows: readonly DbFactRow[],
): Promise<string[]> {
  const written = await insertRows(tx, {
    table: 'facts',
    columns: COLUMNS,
    rows,
    onConflict: {
      key: ['entity_ref', 'fact_id'],
      where:
        'coalesce(facts.error_at, facts.observed_at) < coalesce(excluded.error_at, excluded.observed_at)',
    },
    returning: 'entity_ref',
  });
  return written.map(row => row.entity_ref);
}
