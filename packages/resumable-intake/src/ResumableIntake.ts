import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { Clock, isPostgres } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { ResumablePage, ResumableSource } from './ResumableSource';

/** A row of `source_positions`. A bigint column comes back as a string from PostgreSQL. */
interface DbSourcePositionRow {
  source_id: string;
  cursor: string | null;
  read_at: number | string;
}

/** Stores what a page holds, in the transaction of the position behind it. */
type StorePage<TPage> = (
  tx: Knex.Transaction,
  page: TPage,
  options: { now: number; sourceId: string },
) => Promise<void>;

interface ResumableIntakeOptions<TPage extends ResumablePage> {
  clock?: Clock;
  db: Knex;
  logger: LoggerService;
  /** Called after each page that was stored. */
  onStored?: () => void;
  /** What the sources tell, for messages: "alerts and incidents". */
  of: string;
  sources: readonly ResumableSource<TPage>[];
  store: StorePage<TPage>;
}

/**
 * Reads sources, each from where it was left.
 *
 * @remarks
 *
 * A page and the position behind it are stored in one transaction. A replica that finds the position moved on by another
 * leaves the rest to that one.
 */
export class ResumableIntake<TPage extends ResumablePage> {
  readonly #clock: Clock;
  readonly #options: ResumableIntakeOptions<TPage>;

  static create<TPage extends ResumablePage>(
    options: ResumableIntakeOptions<TPage>,
  ): ResumableIntake<TPage> {
    return new ResumableIntake(options);
  }

  private constructor(options: ResumableIntakeOptions<TPage>) {
    this.#clock = options.clock ?? Date.now;
    this.#options = options;
  }

  /** Reads what is new of every source. One that fails keeps none of the others from being read. */
  async run(options: { signal: AbortSignal }): Promise<void> {
    const { logger, of, sources } = this.#options;
    for (const source of sources) {
      if (options.signal.aborted) {
        return;
      }
      try {
        await this.#read(source, options);
      } catch (error) {
        logger.error(
          `The source '${source.id}' of ${of} could not be read to its end; the next run goes on from there`,
          toError(error),
        );
      }
    }
  }

  async #read(
    source: ResumableSource<TPage>,
    { signal }: { signal: AbortSignal },
  ): Promise<void> {
    let cursor = await this.#readPosition(source.id);
    for await (const page of source.observe({ cursor, signal })) {
      const isStored = await this.#store(source.id, page, cursor);
      if (!isStored) {
        return;
      }
      this.#options.onStored?.();
      if (signal.aborted) {
        return;
      }
      cursor = page.cursor;
    }
  }

  async #readPosition(sourceId: string): Promise<string | undefined> {
    const row = await this.#options
      .db<DbSourcePositionRow>('source_positions')
      .where('source_id', sourceId)
      .first('cursor');
    return row?.cursor ?? undefined;
  }

  /** Whether the page was stored: not where another replica was faster. */
  async #store(
    sourceId: string,
    page: TPage,
    cursor: string | undefined,
  ): Promise<boolean> {
    const now = this.#clock();
    return this.#options.db.transaction(async tx => {
      const found = await lockPosition(tx, sourceId, now);
      if (found !== cursor) {
        return false;
      }
      await this.#options.store(tx, page, { now, sourceId });
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
