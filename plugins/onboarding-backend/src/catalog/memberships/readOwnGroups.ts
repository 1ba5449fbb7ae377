import { readBelonging } from '@fairlead/catalog-copy';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';

/** The groups of somebody. */
export interface OwnGroups {
  /** Those that they are a member of themselves, each with all that are above it. */
  lines: ReadonlyMap<string, readonly string[]>;
  /** Those that they are a member of themselves. */
  direct: string[];
  /** These, and all that are above them. */
  all: string[];
}

/** The groups of users, by their refs. */
export async function readOwnGroups(
  db: Knex,
  userRefs: readonly string[],
): Promise<Map<string, OwnGroups>> {
  const members = db('memberships')
    .whereNull('left_at')
    .select({ member_ref: 'user_ref', group_ref: 'group_ref' });
  whereOneOf(members, 'user_ref', userRefs);
  const { groupsOf, lineOf } = await readBelonging(db, members);
  return new Map(
    userRefs.map(ref => {
      const direct = [...(groupsOf.get(ref) ?? [])];
      const lines = new Map(direct.map(group => [group, lineOf(group)]));
      const all = [...new Set([...lines.values()].flat())];
      return [ref, { lines, direct, all }];
    }),
  );
}
