import { Knex } from 'knex';
import { CopiedEntityRow } from '../tables';
import { edges } from './edges';
import { GroupEdge, linesUp } from './linesUp';

/** Every group by its ref: itself and all that are above it. A circle of parents is gone round once. */
export async function readAncestors(db: Knex): Promise<Map<string, string[]>> {
  const [groups, found]: [string[], GroupEdge[]] = await Promise.all([
    db<CopiedEntityRow>('entities').where('kind', 'group').pluck('entity_ref'),
    edges(db, 'group'),
  ]);
  const lineOf = linesUp(found);
  return new Map(groups.map(ref => [ref, lineOf(ref)]));
}
