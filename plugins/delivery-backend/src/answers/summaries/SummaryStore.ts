import { Clock, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { DbMeasuredEntityRow, DbSummaryRow } from '../../database/tables';

const HOUR = 3_600_000;
/** Answers that nobody asked for again are not kept. */
const KEPT_FOR = 48 * HOUR;

/** An answer as it is sent. */
export interface KeptSummary {
  /** Of the samples it was made from. */
  revision: number;
  /** In milliseconds since the epoch. */
  computedAt: number;
  /** JSON */
  text: string;
}

/** Keeps answers that took time to compute. */
export class SummaryStore {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #computing = new Map<string, Promise<KeptSummary>>();

  static create(options: { clock?: Clock; db: Knex }): SummaryStore {
    return new SummaryStore(options);
  }

  private constructor(options: { clock?: Clock; db: Knex }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
  }

  /** The name of an answer: a hash of all that decides about it. */
  static keyOf(parts: unknown): string {
    return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  }

  /** The kept answer, and the revision that the samples of the entities have now, in one query. */
  async find(
    key: string,
    entityRefs: readonly string[] | 'all',
  ): Promise<{ kept?: KeptSummary; revision: number }> {
    const revision = this.#db<DbMeasuredEntityRow>('measured_entities').select(
      // For a few entities only: without the sum, PostgreSQL walks down the index of all revisions.
      this.#db.raw(
        entityRefs === 'all' ? 'max(revision)' : 'max(revision + 0)',
      ),
    );
    if (entityRefs !== 'all') {
      whereOneOf(revision, 'entity_ref', entityRefs);
    }
    const row = await this.#db
      .select('s.*', { current: revision })
      .from(this.#db.raw('(select 1 as one) as o'))
      .leftJoin('summaries as s', join =>
        join.on('s.key', '=', this.#db.raw('?', [key])),
      )
      .first();
    const current = Number(row?.current ?? 0);
    return row?.key
      ? { revision: current, kept: await this.#use(row) }
      : { revision: current };
  }

  /** The kept answer, whatever became of its samples since. */
  async findKept(key: string): Promise<KeptSummary | undefined> {
    const row = await this.#db<DbSummaryRow>('summaries')
      .where({ key })
      .first();
    return row && this.#use(row);
  }

  /** Computes an answer and keeps it. Who asks for the same meanwhile waits for the same. */
  async compute(
    key: string,
    revision: number,
    summarise: () => Promise<unknown>,
  ): Promise<KeptSummary> {
    const running = this.#computing.get(key);
    if (running) {
      return running;
    }
    const computing = this.#compute(key, revision, summarise).finally(() =>
      this.#computing.delete(key),
    );
    this.#computing.set(key, computing);
    return computing;
  }

  /** Notes that somebody asked for it, once an hour. */
  async #use(row: DbSummaryRow): Promise<KeptSummary> {
    const now = this.#clock();
    if (Number(row.used_at) < now - HOUR) {
      await this.#db<DbSummaryRow>('summaries')
        .where({ key: row.key })
        .update({ used_at: now });
    }
    return {
      revision: Number(row.revision),
      computedAt: Number(row.computed_at),
      text: row.summary,
    };
  }

  async #compute(
    key: string,
    revision: number,
    summarise: () => Promise<unknown>,
  ): Promise<KeptSummary> {
    const computedAt = this.#clock();
    const text = JSON.stringify(await summarise());
    await this.#db<DbSummaryRow>('summaries')
      .insert({
        key,
        revision,
        computed_at: computedAt,
        used_at: computedAt,
        summary: text,
      })
      .onConflict('key')
      .merge();
    return { revision, computedAt, text };
  }

  /** Forgets answers that nobody asked for lately. */
  async prune(): Promise<number> {
    return this.#db<DbSummaryRow>('summaries')
      .where('used_at', '<', this.#clock() - KEPT_FOR)
      .delete();
  }
}
