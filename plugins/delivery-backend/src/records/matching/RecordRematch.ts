import { DeliveryRecord } from '@fairlead/backstage-plugin-delivery-common';
import { Clock, isPostgres, rowsOf, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbRecordRow, DbRematchRow } from '../../database/tables';
import { markChangedDays, Marking } from '../changedDays/markChangedDays';
import { takePositions } from '../store/writeRecords';
import { withSameAlerts } from './findAlertEnds';
import { findMatches } from './matchRecords';
import { RepositoryAnnotations } from './subjects';

const PAGE_SIZE = 500;

/**
 * Matches records again whose entities may be others now, and notes which days have to be measured again.
 *
 * @remarks
 *
 * Each page is a transaction that ends by taking its records off the list: what dies half-way goes on from there, and
 * two at once do the same work twice and no harm.
 */
export class RecordRematch {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #marking: Marking;
  readonly #repositories: RepositoryAnnotations;

  static create(options: {
    clock?: Clock;
    db: Knex;
    marking: Marking;
    repositories: RepositoryAnnotations;
  }): RecordRematch {
    return new RecordRematch(options);
  }

  private constructor(options: {
    clock?: Clock;
    db: Knex;
    marking: Marking;
    repositories: RepositoryAnnotations;
  }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#marking = options.marking;
    this.#repositories = options.repositories;
  }

  /** Goes on until no record is left. Answers how many were matched again. */
  async run(options: { signal?: AbortSignal } = {}): Promise<number> {
    let total = 0;
    for (;;) {
      options.signal?.throwIfAborted();
      const count = await this.#db.transaction(tx => this.#runPage(tx));
      total += count;
      if (count === 0) {
        return total;
      }
    }
  }

  async #runPage(tx: Knex.Transaction): Promise<number> {
    const now = this.#clock();
    const keys = await tx<DbRematchRow>('rematches')
      .orderBy('record_key')
      .limit(PAGE_SIZE)
      .pluck('record_key');
    if (keys.length === 0) {
      return 0;
    }
    const records = await lockRecords(tx, await withSameAlerts(tx, keys));
    const matches = await findMatches(tx, records, {
      now,
      repositories: this.#repositories,
    });
    const changes = records.flatMap(({ record }) => {
      const { before = [], after = [] } = matches.get(record.key) ?? {};
      const entityRefs = [
        ...before.filter(ref => !after.includes(ref)),
        ...after.filter(ref => !before.includes(ref)),
      ];
      return entityRefs.length > 0 ? [{ record, entityRefs }] : [];
    });
    await markChangedDays(tx, changes, { ...this.#marking, now });
    // Taken after all other locks but before the feed's, so that a writer who queues a record again waits here without holding the feed.
    const done = tx('rematches');
    whereOneOf(done, 'record_key', keys);
    await done.delete();
    await moveInFeed(
      tx,
      changes.map(({ record }) => record.key),
    );
    return keys.length;
  }
}

/** Tells readers of the feed, who see records with their entities. */
async function moveInFeed(
  tx: Knex.Transaction,
  keys: readonly string[],
): Promise<void> {
  if (keys.length > 0) {
    const last = await takePositions(tx, keys.length);
    const rows = keys.map((key, index) => ({ key, position: last - index }));
    await tx.raw(
      'update records set position = r.position from ? where records.key = r.key',
      [rowsOf(tx, { key: 'text', position: 'bigint' }, rows)],
    );
  }
}

/** Records of which rows are gone are left out. */
async function lockRecords(tx: Knex.Transaction, keys: readonly string[]) {
  const query = tx<DbRecordRow>('records')
    .select('key', 'record', 'paths')
    .orderBy('key');
  whereOneOf(query, 'key', keys);
  const rows = (await (isPostgres(tx)
    ? query.forUpdate()
    : query)) as DbRecordRow[];
  return rows.map(({ record, paths }) => ({
    record: JSON.parse(record) as DeliveryRecord,
    paths: paths === null ? undefined : (JSON.parse(paths) as string[]),
    isNew: false,
  }));
}
