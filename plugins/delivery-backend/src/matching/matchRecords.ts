import { DeliveryRecord } from '@fairlead/backstage-plugin-delivery-common';
import { Subject } from '@fairlead/backstage-plugin-delivery-node';
import { insertRows, isPostgres, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { spanOfRecord } from '../records/spanOfRecord';
import { followCommits } from './followCommits';
import { Claimer, pickClaimers } from './pickClaimers';
import { readClaimers } from './readClaimers';
import { storeRecordEntities } from './storeRecordEntities';
import { storeSubjects, ToldSubject, toldSubjectKey } from './storeSubjects';
import { readSubject, REPOSITORY_ANNOTATIONS, subjectKey } from './subjects';

/** A record that is new or changed. */
export interface RecordToMatch {
  /** As merged. */
  record: DeliveryRecord;
  /** What was just told that it is about; subjects that are stored of it count besides. */
  subjects: readonly Subject[];
  /** All files that it is known to concern; undefined as long as none was told. */
  paths?: readonly string[];
  /** It was not stored before. */
  isNew: boolean;
}

interface StoredSubject extends Subject {
  id: number;
}

/** The refs of the entities that a record concerned, and of those that it concerns now. */
export interface RecordMatches {
  before: string[];
  after: string[];
}

/**
 * Finds the entities that records concern, and stores it. Answers, by the key of the record, the refs of all entities
 * that it concerns or concerned until now: those whose days change with it.
 *
 * @remarks
 *
 * An entity concerns a record if its annotations claim one of the record's subjects; `pickClaimers` says which where
 * several claim the same. The number of statements does not depend on that of the records. The caller holds the rows of
 * the records; each record may be given once.
 *
 * @param options - `now` in milliseconds since the epoch
 */
export async function matchRecords(
  tx: Knex.Transaction,
  records: readonly RecordToMatch[],
  options: { now: number },
): Promise<Map<string, string[]>> {
  const matches = await findMatches(tx, records, options);
  return new Map(
    [...matches].map(([key, { before, after }]) => [
      key,
      [...new Set([...after, ...before])],
    ]),
  );
}

/** What {@link matchRecords} does, told apart. */
export async function findMatches(
  tx: Knex.Transaction,
  records: readonly RecordToMatch[],
  options: { now: number },
): Promise<Map<string, RecordMatches>> {
  await lockClaims(tx);
  const known = records.filter(({ isNew }) => !isNew);
  const subjects = await readRecordSubjects(tx, known);
  const told = readToldSubjects(records);
  const claimers = await readClaimers(
    tx,
    new Map(
      [...told.values(), ...[...subjects.values()].flat()].map(subject => [
        subjectKey(subject),
        subject,
      ]),
    ).values(),
  );
  await addSubjects(tx, { records, subjects, told, claimers });

  const shared = (subject: Subject) => {
    const all = claimers.get(subjectKey(subject)) ?? [];
    return all.length > 1 && all.some(({ globs }) => globs.length > 0);
  };
  const committed = records.flatMap(({ record, paths }) => {
    const subjectIds = (subjects.get(record.key) ?? [])
      .filter(shared)
      .map(({ id }) => id);
    return subjectIds.length > 0 ? [{ record, paths, subjectIds }] : [];
  });
  await lockSubjects(
    tx,
    committed.flatMap(({ subjectIds }) => subjectIds),
  );
  const followed = await followCommits(tx, committed, options);

  const matches = records.map(({ record, paths, isNew }) => ({
    key: record.key,
    kind: record.kind,
    ...spanOfRecord(record),
    entityRefs: findEntities({
      claimers,
      paths: paths ?? followed.get(record.key),
      subjects: subjects.get(record.key) ?? [],
    }),
    isNew,
  }));
  const before = await storeRecordEntities(tx, matches);
  return new Map(
    matches.map(({ key, entityRefs }) => [
      key,
      { before: before.get(key) ?? [], after: entityRefs },
    ]),
  );
}

/**
 * Whoever changes claims waits until records that were matched by the old ones are committed, and so finds all of them
 * when it puts them up for being matched again.
 */
async function lockClaims(tx: Knex.Transaction): Promise<void> {
  if (isPostgres(tx)) {
    await tx.raw('lock table claims in share mode');
  }
}

async function lockSubjects(
  tx: Knex.Transaction,
  ids: readonly number[],
): Promise<void> {
  if (isPostgres(tx) && ids.length > 0) {
    await tx('subjects')
      .select('id')
      .whereRaw('id = any(?::bigint[])', [[...new Set(ids)]])
      .orderBy('id')
      .forUpdate();
  }
}

/** The subjects that are stored of records, by key. */
async function readRecordSubjects(
  tx: Knex.Transaction,
  records: readonly RecordToMatch[],
): Promise<Map<string, StoredSubject[]>> {
  const subjects = new Map<string, StoredSubject[]>();
  if (records.length > 0) {
    const query = tx('record_subjects as t')
      .join('subjects as s', 's.id', 't.subject_id')
      .select('t.record_key', 's.id', 's.annotation', 's.value');
    whereOneOf(
      query,
      't.record_key',
      records.map(({ record }) => record.key),
    );
    for (const { record_key: key, id, annotation, value } of await query) {
      const subject = { id: Number(id), annotation, value };
      subjects.set(key, [...(subjects.get(key) ?? []), subject]);
    }
  }
  return subjects;
}

/** What is told of subjects here, by the key of the subject of one source; whether anybody claims them is not known yet. */
function readToldSubjects(
  records: readonly RecordToMatch[],
): Map<string, ToldSubject> {
  const told = new Map<string, ToldSubject>();
  for (const { record, subjects } of records) {
    const at = Date.parse(record.occurredAt);
    for (const subject of subjects) {
      const { annotation, value } = readSubject(subject);
      const one = { source: record.source, annotation, value };
      const before = told.get(toldSubjectKey(one));
      told.set(toldSubjectKey(one), {
        ...one,
        first: Math.min(at, before?.first ?? at),
        last: Math.max(at, before?.last ?? at),
        matched: false,
      });
    }
  }
  return told;
}

/** Stores what is told of subjects, and adds to those of each record the ones that are new to it. */
async function addSubjects(
  tx: Knex.Transaction,
  options: {
    records: readonly RecordToMatch[];
    subjects: Map<string, StoredSubject[]>;
    told: ReadonlyMap<string, ToldSubject>;
    claimers: ReadonlyMap<string, readonly Claimer[]>;
  },
): Promise<void> {
  const { records, subjects, told, claimers } = options;
  const ids = await storeSubjects(
    tx,
    [...told.values()].map(subject => ({
      ...subject,
      matched: claimers.has(subjectKey(subject)),
    })),
  );
  const rows: { subject_id: number; record_key: string }[] = [];
  for (const { record, subjects: added } of records) {
    const all = subjects.get(record.key) ?? [];
    for (const subject of added.map(readSubject)) {
      const id = ids.get(toldSubjectKey({ ...subject, source: record.source }));
      if (id !== undefined && !all.some(known => known.id === id)) {
        all.push({ ...subject, id });
        rows.push({ subject_id: id, record_key: record.key });
      }
    }
    subjects.set(record.key, all);
  }
  await insertRows(tx, {
    table: 'record_subjects',
    columns: { subject_id: 'bigint', record_key: 'text' },
    rows,
    onConflict: { key: ['subject_id', 'record_key'], ignore: true },
  });
}

function findEntities(options: {
  claimers: ReadonlyMap<string, readonly Claimer[]>;
  paths: readonly string[] | undefined;
  subjects: readonly Subject[];
}): string[] {
  const { claimers, paths, subjects } = options;
  const claimersOf = (subject: Subject) =>
    claimers.get(subjectKey(subject)) ?? [];
  const isRepository = ({ annotation }: Subject) =>
    REPOSITORY_ANNOTATIONS.includes(annotation);
  const named = new Set(
    subjects
      .filter(subject => !isRepository(subject))
      .flatMap(claimersOf)
      .map(({ entityRef }) => entityRef),
  );
  const inRepositories = subjects
    .filter(isRepository)
    .flatMap(subject => pickClaimers(claimersOf(subject), { named, paths }))
    .map(({ entityRef }) => entityRef);
  return [...new Set([...named, ...inRepositories])].sort();
}
