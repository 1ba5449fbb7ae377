import {
  DeliveryRecord,
  mergeRecords,
  NameRepository,
  renameRepositories,
} from '@fairlead/backstage-plugin-delivery-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbRecordEntityRow, DbRecordRow } from '../../database/tables';
import {
  matchRecords,
  mergeTold,
  readSubjectsOfRecords,
  RepositoryAnnotations,
  StoredSubjects,
  ToldSubjects,
} from '../matching';
import { removeSubjects } from '../matching/storeRecordSubjects';
import { markChangedDays, Marking } from '../changedDays/markChangedDays';
import { lockRecords, StoredRecord } from '../store/lockRecords';
import { removeRecords } from '../store/removeRecords';
import { takePositions, writeRecords } from '../store/writeRecords';

/** A record, and what it is under the new names. */
interface Renamed {
  key: string;
  stored: StoredRecord;
  record: DeliveryRecord;
  about: ToldSubjects;
  /** What of its subjects has another name now. */
  lost: { subject_id: number; record_key: string }[];
}

/**
 * Brings records under other names of repositories: under new keys, where they are merged with what is known there, with
 * what they are about, the entities they concern and the days on which these are measured. Readers of the feed get what
 * becomes of them.
 */
export async function moveRecords(
  tx: Knex.Transaction,
  keys: readonly string[],
  options: {
    nameOf: NameRepository;
    now: number;
    marking: Marking;
    repositories: RepositoryAnnotations;
  },
): Promise<void> {
  const { nameOf, now, marking, repositories } = options;
  const { stored, gone } = await lockAll(tx, keys, nameOf);
  const subjects = await readSubjectsOfRecords(tx, keys);
  const renamed = keys.flatMap(key => {
    const one = stored.get(key);
    return one ? [renameOne(key, one, subjects.get(key), options)] : [];
  });
  const groups = [...groupByNewKey(renamed)].filter(([, group]) =>
    group.some(isChanged),
  );
  const merged = groups.map(([key, group]) => {
    const there = keys.includes(key) ? undefined : stored.get(key);
    return {
      record: [...(there ? [there] : []), ...group]
        .map(one => one.record)
        .reduce(mergeRecords),
      about: group.map(one => one.about).reduce(mergeTold),
      paths: unitePaths([there, ...group.map(one => one.stored)]),
      isNew: !stored.has(key),
      group,
    };
  });
  const left = groups.flatMap(([key, group]) =>
    group.map(one => one.key).filter(former => former !== key),
  );
  const former = await readEntityRefs(tx, left);
  await removeSubjects(
    tx,
    renamed.flatMap(({ lost }) => lost),
  );
  await removeRecords(tx, [...left, ...gone]);
  const entityRefs = await matchRecords(tx, merged, { now, repositories });
  await markChangedDays(
    tx,
    merged.flatMap(({ record, group }) =>
      group.map(one => ({
        before: one.stored.record,
        record,
        entityRefs: [
          ...new Set([
            ...(entityRefs.get(record.key) ?? []),
            ...(former.get(one.key) ?? []),
          ]),
        ],
      })),
    ),
    { ...marking, now },
  );
  if (merged.length > 0) {
    const last = await takePositions(tx, merged.length);
    await writeRecords(
      tx,
      merged.map(({ record, paths }, index) => ({
        record,
        json: JSON.stringify(record),
        paths,
        position: last - index,
      })),
    );
  }
}

/** Locks records together with what is stored under their new keys. Some may have been removed meanwhile. */
async function lockAll(
  tx: Knex.Transaction,
  keys: readonly string[],
  nameOf: NameRepository,
): Promise<{ stored: Map<string, StoredRecord>; gone: string[] }> {
  const query = tx<DbRecordRow>('records').select('record');
  whereOneOf(query, 'key', keys);
  const records = (await query).map(
    ({ record }): DeliveryRecord => JSON.parse(record),
  );
  const both = [
    ...records,
    ...records.map(record => renameRepositories(record, nameOf)),
  ];
  const names = new Map(
    both.map(({ key, kind, source }) => [key, { key, kind, source }]),
  );
  const stored = await lockRecords(
    tx,
    [...names.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
  );
  return { stored, gone: keys.filter(key => !stored.has(key)) };
}

function renameOne(
  key: string,
  stored: StoredRecord,
  subjects: StoredSubjects | undefined,
  options: { nameOf: NameRepository; repositories: RepositoryAnnotations },
): Renamed {
  const { nameOf, repositories } = options;
  const { source, occurredAt } = stored.record;
  const all = (subjects?.subjects ?? []).map(subject => ({
    before: subject,
    after: repositories.has(subject.annotation)
      ? { ...subject, value: nameOf({ source, name: subject.value }) }
      : subject,
  }));
  return {
    key,
    stored,
    record: renameRepositories(stored.record, nameOf),
    about: {
      firstAt: Date.parse(occurredAt),
      subjects: all.map(({ after }) => after),
      subjectsAt: subjects?.subjectsAt,
    },
    lost: all
      .filter(({ before, after }) => before.value !== after.value)
      .map(({ before }) => ({ subject_id: before.id, record_key: key })),
  };
}

function isChanged({ record, stored, lost }: Renamed): boolean {
  return lost.length > 0 || JSON.stringify(record) !== stored.json;
}

function groupByNewKey(renamed: readonly Renamed[]): Map<string, Renamed[]> {
  const groups = new Map<string, Renamed[]>();
  for (const one of renamed) {
    const { key } = one.record;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}

function unitePaths(
  records: readonly (StoredRecord | undefined)[],
): string[] | undefined {
  const known = records.flatMap(record =>
    record?.paths ? [record.paths] : [],
  );
  return known.length > 0 ? [...new Set(known.flat())].sort() : undefined;
}

async function readEntityRefs(
  tx: Knex.Transaction,
  keys: readonly string[],
): Promise<Map<string, string[]>> {
  const query = tx<DbRecordEntityRow>('record_entities').select(
    'record_key',
    'entity_ref',
  );
  whereOneOf(query, 'record_key', keys);
  const refs = new Map<string, string[]>();
  for (const { record_key: key, entity_ref: ref } of await query) {
    refs.set(key, [...(refs.get(key) ?? []), ref]);
  }
  return refs;
}
