import { Subject } from '@fairlead/backstage-plugin-delivery-node';
import { Knex } from 'knex';
import { DbClaimRow } from '../../database/tables';
import { parseSlug } from '../../catalog/entities/parseSlug';
import { isRepository } from '../../records/matching/subjects';

/**
 * All that entities name by these annotations, in a lasting order, after the one given. What became a part of a URL here
 * was written by anybody who may write a catalog file: nothing that is no slug of a repository is handed on.
 */
export async function readPullSubjects(
  db: Knex,
  annotations: readonly string[],
  options: { after?: Subject } = {},
): Promise<Subject[]> {
  const { after } = options;
  const rows = await db<DbClaimRow>('claims')
    .distinct('annotation', 'value')
    .whereIn('annotation', [...annotations]);
  return rows
    .map(({ annotation, value }) => ({ annotation, value }))
    .filter(
      subject =>
        !isRepository(subject) ||
        parseSlug(subject.annotation, subject.value) === subject.value,
    )
    .filter(subject => !after || compare(subject, after) > 0)
    .sort(compare);
}

/** By code units, whatever the collation of the database. */
function compare(a: Subject, b: Subject): number {
  const [left, right] = [a, b].map(one => `${one.annotation}\n${one.value}`);
  return Number(left > right) - Number(left < right);
}
