import { parseEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { edges } from './edges';

/**
 * A group or domain, and behind it all that are below it in the order of their refs; anything else alone.
 *
 * @remarks
 *
 * Whether the caller may read what is in between does not matter: what is summed over the teams is restricted by itself.
 * A circle of parents is gone round once.
 */
export async function readDescendants(
  db: Knex,
  entityRef: string,
): Promise<string[]> {
  const kind = parseEntityRef(entityRef).kind.toLocaleLowerCase('en-US');
  if (kind !== 'group' && kind !== 'domain') {
    return [entityRef];
  }
  const below = db.raw(
    `select cast(? as text) union select e.entity_ref from below as b
      join ? on edge.parent_ref = b.ref
      join entities as e on e.entity_ref = edge.child_ref and e.kind = ?`,
    [entityRef, edges(db, kind).as('edge'), kind],
  );
  const refs: string[] = await db
    .withRecursive('below', ['ref'], below)
    .from('below')
    .orderBy('ref')
    .pluck('ref');
  return [entityRef, ...refs.filter(ref => ref !== entityRef)];
}
