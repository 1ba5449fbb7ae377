import { Knex } from 'knex';

/** A group or domain and all that are below it. A circle of parents is gone round once. */
export async function readDescendants(
  db: Knex,
  entityRef: string,
): Promise<string[]> {
  const below = db.raw(
    'select cast(? as text) union select e.entity_ref from entities as e join below as b on b.ref = e.parent_ref',
    [entityRef],
  );
  return db
    .withRecursive('below', ['ref'], below)
    .from('below')
    .orderBy('ref')
    .pluck('ref');
}
