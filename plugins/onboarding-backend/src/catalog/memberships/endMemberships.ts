import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbMembershipRow } from '../../database/tables';

/** Of users that the catalog has no more, and of groups. */
export async function endMemberships(
  tx: Knex,
  entityRefs: readonly string[],
  options: { now: number },
): Promise<void> {
  for (const column of ['user_ref', 'group_ref']) {
    const query = tx<DbMembershipRow>('memberships')
      .whereNull('left_at')
      .update({ left_at: options.now });
    whereOneOf(query, column, entityRefs);
    await query;
  }
}
