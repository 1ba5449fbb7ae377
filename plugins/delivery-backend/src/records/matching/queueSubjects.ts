import { Subject } from '@fairlead/backstage-plugin-delivery-node';
import { rowsOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { subjectKey } from './subjects';

/**
 * Notes whether subjects are claimed, and puts all records about them up for being matched again: to be called after
 * their claims have changed, in the same transaction.
 */
export async function queueSubjects(
  tx: Knex.Transaction,
  options: { subjects: readonly Subject[]; now: number },
): Promise<void> {
  const subjects = new Map(
    options.subjects.map(({ annotation, value }) => [
      subjectKey({ annotation, value }),
      { annotation, value },
    ]),
  );
  const changed = rowsOf(tx, { annotation: 'text', value: 'text' }, [
    ...subjects.values(),
  ]);
  const ids = tx.select('s.id').from(changed).join('subjects as s', {
    's.annotation': 'r.annotation',
    's.value': 'r.value',
  });
  const claim = tx('claims as c')
    .select(tx.raw('1'))
    .whereRaw(
      'c.annotation = subjects.annotation and c.value = subjects.value',
    );
  for (const matched of [true, false]) {
    const query = tx('subjects')
      .whereIn('id', ids)
      .where({ matched: !matched });
    await (matched
      ? query.whereExists(claim)
      : query.whereNotExists(claim)
    ).update({ matched });
  }
  await tx.raw(
    // Without `where true` SQLite takes `on conflict` for the condition of a join.
    'insert into rematches (record_key, since) select distinct t.record_key, cast(? as bigint) from record_subjects as t where t.subject_id in ? and true on conflict (record_key) do nothing',
    [options.now, ids],
  );
}
