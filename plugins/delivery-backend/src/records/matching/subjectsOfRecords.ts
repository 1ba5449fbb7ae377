import { DeliveryRecord } from '@fairlead/backstage-plugin-delivery-common';
import { Subject } from '@fairlead/backstage-plugin-delivery-node';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { NO_SUBJECT, readSubject, subjectKey } from './subjects';

/** A subject as it was told of a record. Times are in milliseconds since the epoch. */
export interface ToldAbout extends Subject {
  /** The first time that a delivery speaks of. */
  firstAt: number;
  /** When it was last told to be among all subjects of the record; 0 where others may be besides. */
  toldAt: number;
}

/** What is told of the subjects of a record. */
export interface ToldSubjects {
  /** The first time that a delivery speaks of the record. */
  firstAt: number;
  subjects: readonly ToldAbout[];
  /** As of when all of them were told. */
  subjectsAt?: number;
}

/** A subject that is stored of a record. */
export interface StoredAbout extends Subject {
  id: number;
  toldAt: number;
  /** Of the subject, whatever the record. */
  firstAt: number;
}

/** What is stored of the subjects of a record. */
export interface StoredSubjects {
  subjects: readonly StoredAbout[];
  subjectsAt?: number;
  /** The record counts for nothing. */
  isWithdrawn: boolean;
}

/** Reads what is stored of the subjects of records, by key. */
export async function readSubjectsOfRecords(
  tx: Knex.Transaction,
  recordKeys: readonly string[],
): Promise<Map<string, StoredSubjects>> {
  const stored = new Map<string, StoredSubjects>();
  if (recordKeys.length === 0) {
    return stored;
  }
  const query = tx('record_subjects as t')
    .join('subjects as s', 's.id', 't.subject_id')
    .join('records as r', 'r.key', 't.record_key')
    .select('t.record_key', 't.told_at', 'r.subjects_at', 'r.withdrawn')
    .select('s.id', 's.annotation', 's.value', 's.first_at');
  whereOneOf(query, 't.record_key', recordKeys);
  for (const row of await query) {
    const { record_key: key, annotation, value } = row;
    const about: StoredAbout = {
      id: Number(row.id),
      annotation,
      value,
      toldAt: Number(row.told_at),
      firstAt: Number(row.first_at),
    };
    stored.set(key, {
      subjects: [...(stored.get(key)?.subjects ?? []), about],
      subjectsAt:
        row.subjects_at === null ? undefined : Number(row.subjects_at),
      isWithdrawn: Boolean(row.withdrawn),
    });
  }
  return stored;
}

/** Brings together what two deliveries told of the subjects of a record. */
export function mergeTold(a: ToldSubjects, b: ToldSubjects): ToldSubjects {
  const at = latestOf(a.subjectsAt, b.subjectsAt);
  return {
    firstAt: Math.min(a.firstAt, b.firstAt),
    subjects: unite([...a.subjects, ...b.subjects]),
    ...(at !== undefined && { subjectsAt: at }),
  };
}

/**
 * What a record is about by all that was told of it, in whatever order: where all subjects were told at one time, those
 * of the last such time.
 */
export function mergeSubjects(
  kind: DeliveryRecord['kind'],
  told: ToldSubjects,
  stored?: StoredSubjects,
): { subjects: ToldAbout[]; subjectsAt?: number } {
  const at = latestOf(told.subjectsAt, stored?.subjectsAt);
  const subjects = unite([
    ...(stored?.subjects ?? []),
    ...told.subjects,
  ]).filter(
    one =>
      subjectKey(one) !== subjectKey(NO_SUBJECT) && one.toldAt >= (at ?? 0),
  );
  if (subjects.length === 0 && kind !== 'link') {
    const { firstAt } = told;
    subjects.push({ ...NO_SUBJECT, firstAt, toldAt: at ?? 0 });
  }
  return { subjects, ...(at !== undefined && { subjectsAt: at }) };
}

/** Whether something is stored of a record already; subjects may have been told of earlier than is known, too. */
export function isSameAbout(
  about: { subjects: readonly ToldAbout[]; subjectsAt?: number },
  stored: StoredSubjects | undefined,
): boolean {
  const known = new Map(
    stored?.subjects.map(one => [subjectKey(one), one] as const),
  );
  return (
    about.subjectsAt === stored?.subjectsAt &&
    about.subjects.length === known.size &&
    about.subjects.every(one => {
      const before = known.get(subjectKey(one));
      return (
        before && one.firstAt >= before.firstAt && one.toldAt <= before.toldAt
      );
    })
  );
}

function latestOf(a: number | undefined, b: number | undefined) {
  return a === undefined || b === undefined ? a ?? b : Math.max(a, b);
}

/** Each subject once, in lower case. */
function unite(all: readonly ToldAbout[]): ToldAbout[] {
  const united = new Map<string, ToldAbout>();
  for (const { firstAt, toldAt, ...one } of all) {
    const subject = readSubject(one);
    const known = united.get(subjectKey(subject));
    united.set(subjectKey(subject), {
      ...subject,
      firstAt: Math.min(firstAt, known?.firstAt ?? firstAt),
      toldAt: Math.max(toldAt, known?.toldAt ?? toldAt),
    });
  }
  return [...united.values()];
}
