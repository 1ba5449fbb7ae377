import { Knex } from 'knex';
import { DbMembershipRow } from '../../database/tables';

/** Who is a member of a group, in the order of their refs; not those of the groups below it. */
export async function readMembers(
  db: Knex,
  groupRef: string,
): Promise<string[]> {
  return db<DbMembershipRow>('memberships')
    .where('group_ref', groupRef)
    .whereNull('left_at')
    .orderBy('user_ref')
    .pluck('user_ref');
}
