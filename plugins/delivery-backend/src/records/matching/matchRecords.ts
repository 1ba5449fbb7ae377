import { DeliveryRecord } from '@fairlead/backstage-plugin-delivery-common';
import { Subject } from '@fairlead/backstage-plugin-delivery-node';
import { isPostgres, rowsOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { spanOfRecord } from '../store/spanOfRecord';
import { findAlertEnds } from './findAlertEnds';
import { followCommits } from './followCommits';
import { Claimer, pickClaimers } from './pickClaimers';
import { readClaimers } from './readClaimers';
import { storeRecordEntities } from './storeRecordEntities';
import { storeRecordSubjects } from './storeRecordSubjects';
import { RepositoryAnnotations, subjectKey } from './subjects';
import {
  mergeSubjects,
  readSubjectsOfRecords,
  ToldSubjects,
} from './subjectsOfRecords';

/** A record that is new or changed. */
export interface RecordToMatch {
  /** As merged. */
  record: DeliveryRecord;
  /** What was just told that it is about; subjects that are stored of it count besides. */
  about?: ToldSubjects;
  /** All files that it is known to concern; undefined as long as none was told. */
  paths?: readonly string[];
  /** It was not stored before. */
  isNew: boolean;
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
  options: { now: number; repositories: RepositoryAnnotations },
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
  options: { now: number; repositories: RepositoryAnnotations },
): Promise<Map<string, RecordMatches>> {
  await lockClaims(tx);
  const known = records.filter(({ isNew }) => !isNew);
  const stored = await readSubjectsOfRecords(
    tx,
    known.map(({ record }) => record.key),
  );
  const about = new Map(
    records.map(({ record, about: told }) => {
      const nothing = { firstAt: Date.parse(record.occurredAt), subjects: [] };
      const before = stored.get(record.key);
      return [record.key, mergeSubjects(record.kind, told ?? nothing, before)];
    }),
  );
  const claimers = await readClaimers(
    tx,
    new Map(
      [...about.values()]
        .flatMap(({ subjects }) => subjects)
        .map(subject => [subjectKey(subject), subject]),
    ).values(),
  );
  const subjects = await storeRecordSubjects(tx, {
    records: records.map(({ record }) => record),
    about,
    stored,
    isClaimed: subject => claimers.has(subjectKey(subject)),
  });
  const ends = await findAlertEnds(
    tx,
    records.map(({ record }) => record),
  );

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

  const matches = records.map(({ record, paths, isNew }) => {
    const isWithdrawn =
      (record.kind === 'incident' && record.withdrawn === true) ||
      ends.has(record.key);
    return {
      key: record.key,
      kind: record.kind,
      ...spanOfRecord(record),
      entityRefs: isWithdrawn
        ? []
        : findEntities({
            claimers,
            paths: paths ?? followed.get(record.key),
            repositories: options.repositories,
            subjects: subjects.get(record.key) ?? [],
          }),
      isNew,
      isWithdrawn,
      subjectsAt: about.get(record.key)?.subjectsAt,
    };
  });
  await markRecords(
    tx,
    matches.filter(({ key, isWithdrawn, subjectsAt }) => {
      const before = stored.get(key);
      return (
        isWithdrawn !== (before?.isWithdrawn ?? false) ||
        subjectsAt !== before?.subjectsAt
      );
    }),
  );
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

/** Notes what of records cannot be read from them alone. */
async function markRecords(
  tx: Knex.Transaction,
  records: readonly {
    key: string;
    isWithdrawn: boolean;
    subjectsAt?: number;
  }[],
): Promise<void> {
  if (records.length > 0) {
    const rows = records.map(({ key, isWithdrawn, subjectsAt }) => ({
      key,
      withdrawn: isWithdrawn,
      subjects_at: subjectsAt ?? null,
    }));
    await tx.raw(
      'update records set withdrawn = r.withdrawn, subjects_at = r.subjects_at from ? where records.key = r.key',
      [
        rowsOf(
          tx,
          { key: 'text', withdrawn: 'boolean', subjects_at: 'bigint' },
          rows,
        ),
      ],
    );
  }
}

function findEntities(options: {
  claimers: ReadonlyMap<string, readonly Claimer[]>;
  paths: readonly string[] | undefined;
  repositories: RepositoryAnnotations;
  subjects: readonly Subject[];
}): string[] {
  const { claimers, paths, repositories, subjects } = options;
  const claimersOf = (subject: Subject) =>
    claimers.get(subjectKey(subject)) ?? [];
  const named = new Set(
    subjects
      .filter(({ annotation }) => !repositories.has(annotation))
      .flatMap(claimersOf)
      .map(({ entityRef }) => entityRef),
  );
  const inRepositories = subjects
    .filter(({ annotation }) => repositories.has(annotation))
    .flatMap(subject => pickClaimers(claimersOf(subject), { named, paths }))
    .map(({ entityRef }) => entityRef);
  return [...new Set([...named, ...inRepositories])].sort();
}
