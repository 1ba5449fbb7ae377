import { Knex } from 'knex';
import { insertRows, RowColumns } from '@fairlead/bulk-sql';
import { DbTransitionRow } from '../../database/tables';

const COLUMNS = {
  scorecard_ref: 'text',
  entity_ref: 'text',
  check_id: 'text',
  from: 'text',
  to: 'text',
  at: 'bigint',
  cause: 'text',
  reason: 'text',
} satisfies RowColumns;

export type NewTransition = Omit<DbTransitionRow, 'id' | 'at'> & { at: number };

export async function writeTransitions(
  tx: Knex.Transaction,
  rows: readonly NewTransition[],
): Promise<void> {
  await insertRows(tx, { table: 'transitions', columns: COLUMNS, rows });
}
