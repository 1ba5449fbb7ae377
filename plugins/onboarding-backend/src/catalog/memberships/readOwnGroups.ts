import { readAncestors } from '@fairlead/catalog-copy';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbMembershipRow } from '../../database/tables';

/** The groups of somebody. */
export interface OwnGroups {
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
  const query = db<DbMembershipRow>('memberships')
    .whereNull('left_at')
    .orderBy('group_ref')
    .select('user_ref', 'group_ref');
  whereOneOf(query, 'user_ref', userRefs);
  const rows = (await query) as Pick<
    DbMembershipRow,
    'user_ref' | 'group_ref'
  >[];
  const ancestors = await readAncestors(db);
  const groups = new Map<string, OwnGroups>(
    userRefs.map(ref => [ref, { direct: [], all: [] }]),
  );
  for (const { user_ref: user, group_ref: group } of rows) {
    const { direct, all } = groups.get(user)!;
    groups.set(user, {
      direct: [...direct, group],
      all: [...new Set([...all, ...(ancestors.get(group) ?? [group])])],
    });
  }
  return groups;
}
