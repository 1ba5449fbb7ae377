import { Knex } from 'knex';
import { isPostgres } from './isPostgres';
import { toStorableText } from './storableText';

/** The columns of {@link rowsOf} and their SQL types. */
export type RowColumns = Record<
  string,
  'text' | 'integer' | 'bigint' | 'double precision' | 'boolean'
>;

const WHOLE = /^(bigint|integer)$/;

/**
 * Rows as a table expression named `r`, for `insert … select` and `update … from` of any number of rows in one
 * statement. They travel as one JSON parameter, so neither database's limit on parameters is met.
 */
export function rowsOf<TColumns extends RowColumns>(
  knex: Knex,
  columns: TColumns,
  rows: readonly Record<
    keyof TColumns & string,
    string | number | boolean | null
  >[],
): Knex.Raw {
  const names = Object.keys(columns);
  const json = JSON.stringify(rows, (name, value) => {
    if (typeof value === 'string') {
      return toStorableText(value);
    }
    // SQLite would keep a fraction in such a column, and PostgreSQL refuses the whole statement.
    return typeof value === 'number' && WHOLE.test(columns[name])
      ? Math.round(value)
      : value;
  });
  if (isPostgres(knex)) {
    const definitions = names.map(name => `"${name}" ${columns[name]}`);
    return knex.raw(`json_to_recordset(?::json) as r(${definitions})`, [json]);
  }
  const selected = names.map(
    name => `json_extract(value, '$.${name}') as "${name}"`,
  );
  return knex.raw(`(select ${selected} from json_each(?)) as r`, [json]);
}
