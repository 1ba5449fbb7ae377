import { isPostgres, whereOneOf } from '@fairlead/bulk-sql';
import { ShownWork } from '@fairlead/backstage-plugin-onboarding-common';
import { Contribution } from '@fairlead/backstage-plugin-onboarding-node';
import { Knex } from 'knex';
import { DbContributionRow, DbIdentityRow } from '../../database/tables';

/** The work of users that records show since a time, the earliest first. */
export async function readWork(
  db: Knex,
  userRefs: readonly string[],
  options: { since: number },
): Promise<Map<string, ShownWork[]>> {
  const query = db('identities as i')
    .join('contributions as c', join =>
      join.on('c.source_id', 'i.source_id').on('c.person', 'i.person'),
    )
    .where('c.at', '>=', options.since)
    .orderBy(['c.at', 'c.key'])
    .select('i.user_ref', 'c.*');
  whereOneOf(query, 'i.user_ref', [...new Set(userRefs)]);
  if (isPostgres(db)) {
    const persons = db<DbIdentityRow>('identities').select('person');
    whereOneOf(persons, 'user_ref', [...new Set(userRefs)]);
    // Keeps it from sorting the work of everybody for a join with a few.
    query.whereRaw('c.person = any(array(?))', [persons]);
  }
  const rows: (DbContributionRow & { user_ref: string })[] = await query;
  const work = new Map<string, ShownWork[]>();
  for (const row of rows) {
    const before = work.get(row.user_ref) ?? [];
    before.push(toWork(row));
    work.set(row.user_ref, before);
  }
  return work;
}

function toWork(row: DbContributionRow): ShownWork {
  const { title, url, origin, entityRefs }: Contribution = JSON.parse(
    row.details,
  );
  return {
    key: row.key,
    kind: row.kind,
    at: Number(row.at),
    title,
    url,
    origin,
    entityRefs,
  };
}
