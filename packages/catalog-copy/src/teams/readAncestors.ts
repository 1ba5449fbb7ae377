import { Knex } from 'knex';
import { CopiedEntityRow } from '../tables';
import { edges } from './edges';

/** Every group by its ref: itself and all that are above it. A circle of parents is gone round once. */
export async function readAncestors(db: Knex): Promise<Map<string, string[]>> {
  const groups: string[] = await db<CopiedEntityRow>('entities')
    .where('kind', 'group')
    .pluck('entity_ref');
  const parents = new Map<string, string[]>();
  for (const { child_ref: child, parent_ref: parent } of await edges(
    db,
    'group',
  )) {
    parents.set(child, [...(parents.get(child) ?? []), parent]);
  }
  return new Map(groups.map(ref => [ref, readLine(ref, parents)]));
}

function readLine(
  entityRef: string,
  parents: ReadonlyMap<string, readonly string[]>,
): string[] {
  const line = new Set([entityRef]);
  // Iterating a set includes elements added during the iteration.
  for (const ref of line) {
    parents.get(ref)?.forEach(parent => line.add(parent));
  }
  return [...line];
}
