import { Knex } from 'knex';
import { isPostgres } from '@fairlead/bulk-sql';

/**
 * Begins a query of the rows that a table, named `t` in it, has of these entities.
 *
 * @remarks
 *
 * On PostgreSQL each entity is looked up by its index, whatever the planner believes: of a table that was just filled it
 * knows nothing yet, takes a hundred entities for half of the rows and reads all of them. `offset 0` keeps it from
 * turning the lookup into a join.
 */
export function fromEntities(
  db: Knex,
  table: string,
  entityRefs: readonly string[],
): Knex.QueryBuilder {
  if (!isPostgres(db)) {
    return db.from(`${table} as t`).whereIn('t.entity_ref', [...entityRefs]);
  }
  return db.from(
    db.raw(
      'unnest(?::text[]) as asked(ref) cross join lateral (select * from ?? where entity_ref = asked.ref offset 0) as t',
      [[...entityRefs], table],
    ),
  );
}
