import { createPauses } from '@fairlead/background-work';
import { Knex } from 'knex';
import {
  isSameAbout,
  matchRecords,
  mergeSubjects,
  queueAlerts,
  readSubjectsOfRecords,
  RepositoryAnnotations,
} from '../matching';
import { markChangedDays, Marking } from '../changedDays/markChangedDays';
import { lockRecords } from '../store/lockRecords';
import { takePositions, writeRecords } from '../store/writeRecords';
import { countPulled } from '../../intake/pulls/countPulled';
import { ToldRecord } from './foldTold';
import { changeRecord, RecordChange } from './RecordChange';

/**
 * Merges what was told of records into what is stored, and tells whoever follows from them: entities, measures, the feed
 * and the pulls. The number of statements does not depend on that of the records, and what changes nothing writes
 * nothing.
 *
 * @param told - in the order of the keys
 */
export async function storeTold(
  tx: Knex.Transaction,
  told: readonly ToldRecord[],
  options: {
    now: number;
    marking: Marking;
    repositories: RepositoryAnnotations;
  },
): Promise<void> {
  if (told.length === 0) {
    return;
  }
  const { now, marking, repositories } = options;
  // SQLite runs statements synchronously; without a pause a large batch would block the event loop.
  const pauses = createPauses();
  const stored = await lockRecords(
    tx,
    told.map(({ key, sent, pulled }) => {
      const { kind, source } = sent ?? pulled!.record;
      return { key, kind, source };
    }),
  );
  await pauses.ifDue();
  const all = told.map(one => changeRecord(one, stored.get(one.key)));
  await pauses.ifDue();
  const rematched = await findNewSubjects(tx, all);
  const changed = all.filter(
    change => change.isChanged || rematched.has(change.record.key),
  );
  await pauses.ifDue();
  const entityRefs = await matchRecords(
    tx,
    changed.map(({ record, told: { about }, paths, stored: before }) => ({
      record,
      about,
      paths,
      isNew: !before,
    })),
    { now, repositories },
  );
  await pauses.ifDue();
  await queueAlerts(
    tx,
    changed.map(({ record }) => record),
    { now },
  );
  await markChangedDays(
    tx,
    changed.map(({ record, stored: before }) => ({
      before: before?.record,
      record,
      entityRefs: entityRefs.get(record.key) ?? [],
    })),
    { ...marking, now },
  );
  await pauses.ifDue();
  await write(tx, all, new Set(changed));
  await pauses.ifDue();
  await countPulled(tx, all);
}

/** Keys of records that say nothing new, but of something that they were not known to be about. */
async function findNewSubjects(
  tx: Knex.Transaction,
  changes: readonly RecordChange[],
): Promise<Set<string>> {
  const unchanged = changes.filter(({ isChanged }) => !isChanged);
  const stored = await readSubjectsOfRecords(
    tx,
    unchanged.map(({ record }) => record.key),
  );
  return new Set(
    unchanged
      .filter(({ record: { kind, key }, told: { about } }) => {
        const known = stored.get(key);
        return !isSameAbout(mergeSubjects(kind, about, known), known);
      })
      .map(({ record }) => record.key),
  );
}

async function write(
  tx: Knex.Transaction,
  all: readonly RecordChange[],
  changed: ReadonlySet<RecordChange>,
): Promise<void> {
  const written = all.filter(
    change => changed.has(change) || change.json !== change.stored?.json,
  );
  if (written.length === 0) {
    return;
  }
  let position =
    changed.size > 0
      ? (await takePositions(tx, changed.size)) - changed.size
      : 0;
  await writeRecords(
    tx,
    written.map(change => {
      const { record, json, paths, stored } = change;
      if (stored && !changed.has(change)) {
        return { record, json, paths, position: stored.position };
      }
      position += 1;
      return { record, json, paths, position };
    }),
  );
}
