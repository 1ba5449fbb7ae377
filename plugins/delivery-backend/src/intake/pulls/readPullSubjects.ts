import {
  DeliverySource,
  Subject,
} from '@fairlead/backstage-plugin-delivery-node';
import { Knex } from 'knex';
import { DbClaimRow } from '../../database/tables';

/**
 * All that entities name by the annotations that a source asks for, in a lasting order, after the one given. What becomes
 * a part of a URL here was written by anybody who may write a catalog file: nothing that is no repository is handed on.
 */
export async function readPullSubjects(
  db: Knex,
  source: Pick<DeliverySource, 'naming' | 'pull'>,
  options: { after?: Subject } = {},
): Promise<Subject[]> {
  const { after } = options;
  const { naming, pull } = source;
  const parsers = new Map(
    naming?.repositories?.map(({ annotation, parse }) => [annotation, parse]),
  );
  const rows = await db<DbClaimRow>('claims')
    .distinct('annotation', 'value')
    .whereIn('annotation', [...(pull?.annotations ?? [])]);
  return rows
    .map(({ annotation, value }) => ({ annotation, value }))
    .filter(({ annotation, value }) => {
      const parse = parsers.get(annotation);
      return !parse || parse(value) === value;
    })
    .filter(subject => !after || compare(subject, after) > 0)
    .sort(compare);
}

/** By code units, whatever the collation of the database. */
function compare(a: Subject, b: Subject): number {
  const [left, right] = [a, b].map(one => `${one.annotation}\n${one.value}`);
  return Number(left > right) - Number(left < right);
}
