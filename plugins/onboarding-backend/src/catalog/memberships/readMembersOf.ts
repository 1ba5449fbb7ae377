import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbMembershipRow } from '../../database/tables';

/** Who is a member of which of these groups, in the order of their refs; not those of the groups below them. */
export async function readMembersOf(
  db: Knex,
  groupRefs: readonly string[],
): Promise<Map<string, string[]>> {
  const query = db<DbMembershipRow>('memberships')
    .whereNull('left_at')
    .orderBy('user_ref')
    .select('group_ref', 'user_ref');
  whereOneOf(query, 'group_ref', [...new Set(groupRefs)]);
  const members = new Map<string, string[]>();
  for (const row of (await query) as DbMembershipRow[]) {
    const before = members.get(row.group_ref) ?? [];
    before.push(row.user_ref);
    members.set(row.group_ref, before);
  }
  return members;
}
