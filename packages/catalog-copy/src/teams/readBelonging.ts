import { Knex } from 'knex';
import { edges } from './edges';
import { GroupEdge, linesUp } from './linesUp';

/** The groups that some belong to. */
export interface Belonging {
  /** The groups that each of them is a member of, in the order of their refs. */
  groupsOf: ReadonlyMap<string, readonly string[]>;
  /** A group, and all that are above it. */
  lineOf(groupRef: string): string[];
}

/**
 * The groups of members and all that are above these, in one query that looks at no other group.
 *
 * @param members - Selects `member_ref` and `group_ref`
 */
export async function readBelonging(
  db: Knex,
  members: Knex.QueryBuilder,
): Promise<Belonging> {
  const above = db.raw(
    `select m.member_ref, m.group_ref, 0 from ? union
      select edge.child_ref, edge.parent_ref, 1 from above
      join ? on edge.child_ref = above.parent_ref`,
    [members.as('m'), edges(db, 'group').as('edge')],
  );
  const rows: (GroupEdge & { is_edge: number })[] = await db
    .withRecursive('above', ['child_ref', 'parent_ref', 'is_edge'], above)
    .from('above')
    .orderBy(['child_ref', 'parent_ref'])
    .select('child_ref', 'parent_ref', 'is_edge');
  const groupsOf = new Map<string, string[]>();
  for (const { child_ref: member, parent_ref: group } of rows.filter(
    row => row.is_edge === 0,
  )) {
    groupsOf.set(member, [...(groupsOf.get(member) ?? []), group]);
  }
  return { groupsOf, lineOf: linesUp(rows.filter(row => row.is_edge === 1)) };
}
