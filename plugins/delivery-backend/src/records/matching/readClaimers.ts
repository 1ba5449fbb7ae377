import { Subject } from '@fairlead/backstage-plugin-delivery-node';
import { rowsOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbClaimRow } from '../../database/tables';
import { parseGlob } from './globs';
import { Claimer } from './pickClaimers';
import { subjectKey } from './subjects';

/** The entities that claim each of these subjects, by the key of the subject. */
export async function readClaimers(
  db: Knex,
  subjects: Iterable<Subject>,
): Promise<Map<string, Claimer[]>> {
  const asked = [...subjects].map(({ annotation, value }) => ({
    annotation,
    value,
  }));
  const claimers = new Map<string, Claimer[]>();
  if (asked.length === 0) {
    return claimers;
  }
  const rows: DbClaimRow[] = await db
    .select('c.*')
    .from(rowsOf(db, { annotation: 'text', value: 'text' }, asked))
    .join('claims as c', {
      'c.annotation': 'r.annotation',
      'c.value': 'r.value',
    })
    .orderBy('c.entity_ref');
  for (const row of rows) {
    const key = subjectKey(row);
    const globs = (JSON.parse(row.paths) as string[]).map(parseGlob);
    claimers.set(key, [
      ...(claimers.get(key) ?? []),
      { entityRef: row.entity_ref, globs },
    ]);
  }
  return claimers;
}
