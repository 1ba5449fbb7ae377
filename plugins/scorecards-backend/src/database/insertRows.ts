import { Knex } from 'knex';
import { RowColumns, rowsOf } from './rowsOf';

/** Begins an insert of any number of rows in one statement; `onConflict` and `returning` follow as usual. */
export function insertRows<TColumns extends RowColumns>(
  knex: Knex,
  options: {
    table: string;
    columns: TColumns;
    rows: readonly Record<keyof TColumns & string, string | number | null>[];
  },
) {
  const { table, columns, rows } = options;
  const names = Object.keys(columns);
  return knex.into(knex.raw('?? (??)', [table, names])).insert(
    knex
      .select(names)
      .from(rowsOf(knex, columns, rows))
      // Without it SQLite takes `on conflict` for the condition of a join.
      .whereRaw('true'),
  );
}
