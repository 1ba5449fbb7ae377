import { whereOneOf } from '@fairlead/bulk-sql';
import { ShownWork } from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { DbContributionRow } from '../../database/tables';

type Row = Pick<DbContributionRow, 'key' | 'kind' | 'at' | 'details'> & {
  user_ref: string;
};

/** The work of users since a time, by their refs, however many things stand for each in records. */
export async function readWork(
  db: Knex,
  options: { userRefs: readonly string[]; from: number },
): Promise<Map<string, ShownWork[]>> {
  const query = db('identities as i')
    .join('contributions as c', join =>
      join.on('c.person', 'i.person').andOn('c.source_id', 'i.source_id'),
    )
    .where('c.at', '>=', options.from)
    .select('i.user_ref', 'c.key', 'c.kind', 'c.at', 'c.details');
  whereOneOf(query, 'i.user_ref', options.userRefs);
  const rows: Row[] = await query;
  const work = new Map<string, ShownWork[]>();
  for (const { user_ref: user, key, kind, at, details } of rows) {
    const own = work.get(user) ?? [];
    own.push({ ...JSON.parse(details), key, kind, at: Number(at) });
    work.set(user, own);
  }
  return work;
}
