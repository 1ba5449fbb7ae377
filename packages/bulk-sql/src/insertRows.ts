import { Knex } from 'knex';
import { isPostgres } from './isPostgres';
import { RowColumns, rowsOf } from './rowsOf';

/** What happens to a row whose key is taken. */
export interface OnConflict {
  key: readonly string[];
  /** Leaves the stored row; otherwise all columns are written over. */
  ignore?: boolean;
  /** SQL for columns that take something else than the new value. */
  set?: Record<string, string>;
  /** SQL that must hold for the stored row to be written over. */
  where?: string;
}

/**
 * Inserts any number of rows in one statement. Answers the columns asked for of the rows that were written.
 *
 * @remarks
 *
 * The statement is written out, since knex leaves `on conflict` away from an `insert … select` on SQLite.
 */
export async function insertRows<
  TColumns extends RowColumns,
  TReturning extends string = never,
>(
  knex: Knex,
  options: {
    table: string;
    columns: TColumns;
    rows: readonly Record<
      keyof TColumns & string,
      string | number | boolean | null
    >[];
    onConflict?: OnConflict;
    returning?: TReturning;
  },
): Promise<Record<TReturning, string>[]> {
  const { table, columns, rows, onConflict, returning } = options;
  if (rows.length === 0) {
    return [];
  }
  const names = Object.keys(columns);
  const answer = await knex.raw(
    // Without `where true` SQLite takes `on conflict` for the condition of a join.
    `insert into ?? (??) select ?? from ? where true ${describeConflict(
      names,
      onConflict,
    )} ${returning ? `returning "${returning}"` : ''}`,
    [table, names, names, rowsOf(knex, columns, rows)],
  );
  return isPostgres(knex) ? answer.rows : answer;
}

function describeConflict(
  names: readonly string[],
  conflict: OnConflict | undefined,
): string {
  if (!conflict) {
    return '';
  }
  const target = `on conflict (${conflict.key.join(', ')})`;
  if (conflict.ignore) {
    return `${target} do nothing`;
  }
  const updates = Object.entries({
    ...Object.fromEntries(names.map(name => [name, `excluded."${name}"`])),
    ...conflict.set,
  }).map(([name, value]) => `"${name}" = ${value}`);
  return `${target} do update set ${updates.join(', ')} ${
    conflict.where ? `where ${conflict.where}` : ''
  }`;
}
