import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  OperationsPage,
  OperationsRecord,
  OperationsSource,
} from '@fairlead/backstage-plugin-runbooks-node';
import { Clock, isPostgres } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbSourcePositionRow } from '../../database/tables';
import { OperationsWriter } from './OperationsWriter';

/**
 * Reads the sources of alerts, incidents and deployments, each from where it was left.
 *
 * @remarks
 *
 * A page and the position behind it are stored in one transaction. A replica that finds the position moved on by another
 * leaves the rest to that one.
 */
export class OperationsIntake {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #logger: LoggerService;
  readonly #sources: readonly OperationsSource[];
  readonly #writers: readonly OperationsWriter[];

  static create(options: {
    clock?: Clock;
    db: Knex;
    logger: LoggerService;
    sources: readonly OperationsSource[];
    writers: readonly OperationsWriter[];
  }): OperationsIntake {
    return new OperationsIntake(options);
  }

  private constructor(options: {
    clock?: Clock;
    db: Knex;
    logger: LoggerService;
    sources: readonly OperationsSource[];
    writers: readonly OperationsWriter[];
  }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#logger = options.logger;
    this.#sources = options.sources;
    this.#writers = options.writers;
  }

  /** Reads what is new of every source. One that fails keeps none of the others from being read. */
  async run(options: { signal: AbortSignal }): Promise<void> {
    for (const source of this.#sources) {
      if (options.signal.aborted) {
        return;
      }
      try {
        await this.#read(source, options);
      } catch (error) {
        this.#logger.error(
          `The source '${source.id}' of alerts and incidents could not be read to its end; the next run goes on from there`,
          toError(error),
        );
      }
    }
  }

  async #read(
    source: OperationsSource,
    { signal }: { signal: AbortSignal },
  ): Promise<void> {
    let cursor = await this.#readPosition(source.id);
    for await (const page of source.observe({ cursor, signal })) {
      const isStored = await this.#store(source.id, page, cursor);
      if (!isStored || signal.aborted) {
        return;
      }
      cursor = page.cursor;
    }
  }

  async #readPosition(sourceId: string): Promise<string | undefined> {
    const row = await this.#db<DbSourcePositionRow>('source_positions')
      .where('source_id', sourceId)
      .first('cursor');
    return row?.cursor ?? undefined;
  }

  /** Whether the page was stored: not where another replica was faster. */
  async #store(
    sourceId: string,
    page: OperationsPage,
    cursor: string | undefined,
  ): Promise<boolean> {
    const now = this.#clock();
    return this.#db.transaction(async tx => {
      const found = await lockPosition(tx, sourceId, now);
      if (found !== cursor) {
        return false;
      }
      const records = keepLast(page.records);
      for (const writer of this.#writers) {
        await writer.write(tx, records, { now });
      }
      await tx<DbSourcePositionRow>('source_positions')
        .where('source_id', sourceId)
        .update({ cursor: page.cursor, read_at: now });
      return true;
    });
  }
}

/** The position as it is now; nobody else moves it before the transaction ends. */
async function lockPosition(
  tx: Knex.Transaction,
  sourceId: string,
  now: number,
): Promise<string | undefined> {
  await tx<DbSourcePositionRow>('source_positions')
    .insert({ source_id: sourceId, cursor: null, read_at: now })
    .onConflict('source_id')
    .ignore();
  const query = tx<DbSourcePositionRow>('source_positions')
    .where('source_id', sourceId)
    .first('cursor');
  // SQLite has one writer at a time and needs no lock.
  const row = await (isPostgres(tx) ? query.forUpdate() : query);
  return row?.cursor ?? undefined;
}

/** What was told last of each key, in the order in which that was told. */
function keepLast(records: readonly OperationsRecord[]): OperationsRecord[] {
  const last = new Map<string, OperationsRecord>();
  for (const record of records) {
    last.delete(record.key);
    last.set(record.key, record);
  }
  return [...last.values()];
}
