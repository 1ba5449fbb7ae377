import { Subject } from '@fairlead/backstage-plugin-delivery-node';
import { insertRows, RowColumns, rowsOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbSubjectRow } from '../../database/tables';
import { subjectKey } from './subjects';

const COLUMNS = {
  source: 'text',
  annotation: 'text',
  value: 'text',
  first_at: 'bigint',
  last_at: 'bigint',
  matched: 'boolean',
} satisfies RowColumns;

/** A subject that records are about. */
export interface ToldSubject extends Subject {
  source: string;
  /** The first and the last time that a record speaks of, in milliseconds since the epoch. */
  first: number;
  last: number;
  /** An entity claims it. */
  matched: boolean;
}

/** The name of a subject of one source, in maps. */
export function toldSubjectKey(subject: Subject & { source: string }): string {
  return `${subject.source}\n${subjectKey(subject)}`;
}

/** Stores subjects, where they say anything new, and answers the ids of all of them by {@link toldSubjectKey}. */
export async function storeSubjects(
  tx: Knex.Transaction,
  told: readonly ToldSubject[],
): Promise<Map<string, number>> {
  if (told.length === 0) {
    return new Map();
  }
  const stored = await readSubjects(tx, told);
  const news = told.filter(subject => {
    const row = stored.get(toldSubjectKey(subject));
    return (
      !row ||
      Boolean(row.matched) !== subject.matched ||
      subject.first < Number(row.first_at) ||
      subject.last > Number(row.last_at)
    );
  });
  await insertRows(tx, {
    table: 'subjects',
    columns: COLUMNS,
    rows: news
      // Always in the same order, so that two transactions cannot deadlock.
      .sort((a, b) => (toldSubjectKey(a) < toldSubjectKey(b) ? -1 : 1))
      .map(({ source, annotation, value, first, last, matched }) => ({
        source,
        annotation,
        value,
        first_at: first,
        last_at: last,
        matched,
      })),
    onConflict: {
      key: ['annotation', 'value', 'source'],
      set: {
        first_at:
          'case when excluded.first_at < subjects.first_at then excluded.first_at else subjects.first_at end',
        last_at:
          'case when excluded.last_at > subjects.last_at then excluded.last_at else subjects.last_at end',
      },
    },
  });
  const isNew = news.some(subject => !stored.has(toldSubjectKey(subject)));
  const all = isNew ? await readSubjects(tx, told) : stored;
  return new Map([...all].map(([key, row]) => [key, Number(row.id)]));
}

async function readSubjects(
  tx: Knex.Transaction,
  told: readonly ToldSubject[],
): Promise<Map<string, DbSubjectRow>> {
  const asked = told.map(({ source, annotation, value }) => ({
    source,
    annotation,
    value,
  }));
  const rows: DbSubjectRow[] = await tx
    .select('s.*')
    .from(
      rowsOf(tx, { source: 'text', annotation: 'text', value: 'text' }, asked),
    )
    .join('subjects as s', {
      's.annotation': 'r.annotation',
      's.value': 'r.value',
      's.source': 'r.source',
    });
  return new Map(rows.map(row => [toldSubjectKey(row), row]));
}
