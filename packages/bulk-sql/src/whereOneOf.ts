import { Knex } from 'knex';

/**
 * `column in (values)` with the values as one binding, however many there are: PostgreSQL takes at most 65,535
 * bindings in a query, SQLite 32,766.
 */
export function whereOneOf(
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[],
): void {
  if (query.client.dialect === 'postgresql') {
    query.whereRaw('?? = any(?::text[])', [column, [...values]]);
  } else {
    query.whereRaw('?? in (select value from json_each(?))', [
      column,
      JSON.stringify(values),
    ]);
  }
}
