import {
  DeliveryRecord,
  NameRepository,
  renameRepositories,
} from '@fairlead/backstage-plugin-delivery-common';
import { Clock, isPostgres, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import {
  DbRecordRow,
  DbRenamingRow,
  DbRepositoryNameRow,
  DbSubjectRow,
} from '../../database/tables';
import { RepositoryAnnotations } from '../matching';
import { Marking } from '../changedDays/markChangedDays';
import { listRepositories } from './listRepositories';
import { moveRecords } from './moveRecords';
import { standInName } from './presentNames';
import { holdNames, RepositoryNames } from './RepositoryNames';

/** Records that are moved in one transaction. */
const PAGE_SIZE = 500;

/** Records that one statement searches for a name. */
const SEARCH_SIZE = 5_000;

/** A page of the records, and where the next one begins. */
interface SearchedPage {
  records: DeliveryRecord[];
  /** Undefined after the last one. */
  lastKey?: string;
}

export interface RecordRenamingOptions {
  clock?: Clock;
  db: Knex;
  marking: Marking;
  repositories: RepositoryAnnotations;
}

/**
 * Moves records to the names under which their repositories are kept now.
 *
 * @remarks
 *
 * A name is left in two passes: first go the records that are about it, which an index finds, then those that mention it,
 * which are searched for in the order of their keys. Each page is a transaction that notes how far it came: what dies
 * half-way goes on from there, and two at once take turns.
 */
export class RecordRenaming {
  readonly #clock: Clock;
  readonly #options: RecordRenamingOptions;

  static create(options: RecordRenamingOptions): RecordRenaming {
    return new RecordRenaming(options);
  }

  private constructor(options: RecordRenamingOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#options = options;
  }

  /** Goes on until no name is left that records have to be moved away from. Answers how many pages that took. */
  async run(options: { signal?: AbortSignal } = {}): Promise<number> {
    const { db } = this.#options;
    for (let pages = 0; ; pages += 1) {
      options.signal?.throwIfAborted();
      if (!(await db.transaction(tx => this.#runPage(tx)))) {
        return pages;
      }
    }
  }

  /** Answers whether there was anything to do. */
  async #runPage(tx: Knex.Transaction): Promise<boolean> {
    await holdNames(tx);
    const renaming = await takeNext(tx);
    if (!renaming) {
      return false;
    }
    const nameOf = await readNaming(tx, renaming);
    const about = await findAbout(tx, renaming, {
      nameOf,
      repositories: this.#options.repositories,
    });
    if (about.length > 0) {
      await this.#move(tx, about, nameOf);
      return true;
    }
    const { records, lastKey } = await search(tx, renaming);
    const names = renaming.name ? nameOf : await readPresentNames(tx, records);
    const mentioning = records.filter(
      record =>
        JSON.stringify(renameRepositories(record, names)) !==
        JSON.stringify(record),
    );
    await this.#move(
      tx,
      mentioning.map(({ key }) => key),
      names,
    );
    await noteProgress(tx, renaming, lastKey);
    return true;
  }

  async #move(
    tx: Knex.Transaction,
    keys: readonly string[],
    nameOf: NameRepository,
  ): Promise<void> {
    if (keys.length > 0) {
      const { marking, repositories } = this.#options;
      await moveRecords(tx, keys, {
        nameOf,
        now: this.#clock(),
        marking,
        repositories,
      });
    }
  }
}

/** A name to leave, and the one to go to. */
interface Renaming extends DbRenamingRow {
  target: string;
  /** The target only makes room for others. */
  isAside?: boolean;
}

/**
 * The next name to leave. A name that others have to leave first is not gone to; where they wait for each other in a
 * circle, the first goes to a name aside.
 */
async function takeNext(tx: Knex.Transaction): Promise<Renaming | undefined> {
  const query = tx<DbRenamingRow>('renamings').orderBy([
    'source',
    'repository_id',
    'name',
  ]);
  const rows = (await (isPostgres(tx)
    ? query.forUpdate()
    : query)) as DbRenamingRow[];
  if (rows.length === 0) {
    return undefined;
  }
  const present = await readPresent(tx, rows);
  const all = rows.map(row => ({
    ...row,
    target: present.get(`${row.source}\n${row.repository_id}`) ?? row.name,
  }));
  const free = all.find(
    one =>
      !all.some(
        other =>
          other !== one &&
          other.source === one.source &&
          other.name === one.target,
      ),
  );
  const [{ name, repository_id: repositoryId }] = all;
  return (
    free ?? {
      ...all[0],
      target: standInName(name, repositoryId),
      isAside: true,
    }
  );
}

async function readPresent(
  tx: Knex.Transaction,
  rows: readonly DbRenamingRow[],
): Promise<Map<string, string>> {
  const query = tx<DbRepositoryNameRow>('repository_names').distinct(
    'source',
    'repository_id',
    'present',
  );
  whereOneOf(
    query,
    'repository_id',
    rows.map(row => row.repository_id),
  );
  return new Map(
    (await query).map(row => [
      `${row.source}\n${row.repository_id}`,
      row.present,
    ]),
  );
}

/**
 * Who follows: all that the source itself names so, and what other sources do that know no ids, unless another repository
 * has the name now.
 */
async function readNaming(
  tx: Knex.Transaction,
  { source, name, target }: Renaming,
): Promise<NameRepository> {
  const sources: string[] = await tx<DbRepositoryNameRow>('repository_names')
    .distinct('source')
    .pluck('source');
  const names = await RepositoryNames.read(
    tx,
    sources.map(one => ({ source: one, name })),
  );
  return mentioned => {
    if (mentioned.name !== name) {
      return mentioned.name;
    }
    return mentioned.source === source ? target : names.presentOf(mentioned);
  };
}

async function readPresentNames(
  tx: Knex.Transaction,
  records: readonly DeliveryRecord[],
): Promise<NameRepository> {
  const names = await RepositoryNames.read(
    tx,
    records.flatMap(listRepositories),
  );
  return mentioned => names.presentOf(mentioned);
}

/** Keys of records that are about a name and follow. */
async function findAbout(
  tx: Knex.Transaction,
  { name }: Renaming,
  options: { nameOf: NameRepository; repositories: RepositoryAnnotations },
): Promise<string[]> {
  const { nameOf, repositories } = options;
  const subjects: Pick<DbSubjectRow, 'id' | 'source'>[] = name
    ? await tx<DbSubjectRow>('subjects')
        .select('id', 'source')
        .whereIn('annotation', [...repositories])
        .where('value', name)
    : [];
  const ids = subjects
    .filter(({ source }) => nameOf({ source, name }) !== name)
    .map(({ id }) => id);
  return tx('record_subjects')
    .distinct('record_key')
    .whereIn('subject_id', ids)
    .orderBy('record_key')
    .limit(PAGE_SIZE)
    .pluck('record_key');
}

/** The next records that hold a name anywhere. */
async function search(
  tx: Knex.Transaction,
  { name, after_key: afterKey }: Renaming,
): Promise<SearchedPage> {
  const size = name ? SEARCH_SIZE : PAGE_SIZE;
  const page = tx<DbRecordRow>('records')
    .select('key', 'record')
    .where('key', '>', afterKey)
    .orderBy('key')
    .limit(size)
    .as('page');
  const holds = isPostgres(tx)
    ? 'strpos(record, ?) > 0'
    : 'instr(record, ?) > 0';
  const rows: { key: string; record: string | null }[] = await tx
    .from(page)
    .select(
      'key',
      tx.raw(`case when ${holds} then record end as record`, [
        // The name as it is escaped in JSON.
        name ? JSON.stringify(name).slice(1, -1) : '{',
      ]),
    )
    .orderBy('key');
  const found = rows.filter(({ record }) => record !== null);
  const shown = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? shown.at(-1) : rows.at(-1);
  return {
    records: shown.map(({ record }) => JSON.parse(record!)),
    ...((found.length > PAGE_SIZE || rows.length === size) && {
      lastKey: last!.key,
    }),
  };
}

/** Notes how far a search came, or that it is over. */
async function noteProgress(
  tx: Knex.Transaction,
  renaming: Renaming,
  lastKey: string | undefined,
): Promise<void> {
  const { source, repository_id: repositoryId, name, target } = renaming;
  const row = tx<DbRenamingRow>('renamings').where({
    source,
    repository_id: repositoryId,
    name,
  });
  if (lastKey !== undefined) {
    await row.update({ after_key: lastKey });
  } else if (renaming.isAside) {
    await row.update({ name: target, after_key: '' });
  } else {
    await row.delete();
  }
}
