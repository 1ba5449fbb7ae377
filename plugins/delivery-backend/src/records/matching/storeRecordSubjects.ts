import { DeliveryRecord } from '@fairlead/backstage-plugin-delivery-common';
import { Subject } from '@fairlead/backstage-plugin-delivery-node';
import { insertRows, rowsOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { storeSubjects, ToldSubject, toldSubjectKey } from './storeSubjects';
import { subjectKey } from './subjects';
import { StoredSubjects, ToldAbout } from './subjectsOfRecords';

/** Stores what records are about, where that changed. Answers the subjects of each, with their ids. */
export async function storeRecordSubjects(
  tx: Knex.Transaction,
  options: {
    records: readonly DeliveryRecord[];
    /** All subjects of each record, by key. */
    about: ReadonlyMap<string, { subjects: readonly ToldAbout[] }>;
    stored: ReadonlyMap<string, StoredSubjects>;
    isClaimed: (subject: Subject) => boolean;
  },
): Promise<Map<string, (Subject & { id: number })[]>> {
  const { records, about, stored, isClaimed } = options;
  const told = new Map<string, ToldSubject>();
  for (const { key, source, occurredAt } of records) {
    const last = Date.parse(occurredAt);
    for (const { annotation, value, firstAt } of about.get(key)!.subjects) {
      const one = { source, annotation, value };
      const before = told.get(toldSubjectKey(one));
      told.set(toldSubjectKey(one), {
        ...one,
        first: Math.min(firstAt, before?.first ?? firstAt),
        last: Math.max(last, before?.last ?? last),
        matched: isClaimed(one),
      });
    }
  }
  const ids = await storeSubjects(tx, [...told.values()]);

  const subjects = new Map<string, (Subject & { id: number })[]>();
  const written: { subject_id: number; record_key: string; told_at: number }[] =
    [];
  const gone: { subject_id: number; record_key: string }[] = [];
  for (const { key, source } of records) {
    const before = new Map(
      stored.get(key)?.subjects.map(one => [subjectKey(one), one]),
    );
    const all = about.get(key)!.subjects.map(one => {
      const id = ids.get(toldSubjectKey({ ...one, source }))!;
      const known = before.get(subjectKey(one));
      before.delete(subjectKey(one));
      if (!known || known.toldAt < one.toldAt) {
        written.push({ subject_id: id, record_key: key, told_at: one.toldAt });
      }
      return { annotation: one.annotation, value: one.value, id };
    });
    before.forEach(({ id }) => gone.push({ subject_id: id, record_key: key }));
    subjects.set(key, all);
  }
  await removeSubjects(tx, gone);
  await insertRows(tx, {
    table: 'record_subjects',
    columns: { subject_id: 'bigint', record_key: 'text', told_at: 'bigint' },
    rows: written,
    onConflict: { key: ['subject_id', 'record_key'] },
  });
  return subjects;
}

/** Takes subjects away from records, with the commits that these name there. */
export async function removeSubjects(
  tx: Knex.Transaction,
  rows: readonly { subject_id: number; record_key: string }[],
): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  const columns = { subject_id: 'bigint', record_key: 'text' } as const;
  for (const table of ['record_subjects', 'record_commits']) {
    await tx(table)
      .whereIn(
        ['subject_id', 'record_key'],
        tx
          .select('r.subject_id', 'r.record_key')
          .from(rowsOf(tx, columns, rows)) as never,
      )
      .delete();
  }
}
