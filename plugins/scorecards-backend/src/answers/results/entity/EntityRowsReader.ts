import DataLoader from 'dataloader';
import { Knex } from 'knex';
import { SEES_ALL, seesAll, Visibility } from '../../../catalog/visibility';
import { EntityStateRow, readEntityResults } from './readEntityResults';

const MAX_BATCH = 100;

/**
 * Reads one entity beside its results. Requests that arrive together share a query when nothing is hidden from their
 * callers: asking the database costs far more than what it answers.
 */
export class EntityRowsReader<TRow extends EntityStateRow> {
  readonly #db: Knex;
  readonly #columns: (string | Knex.Raw)[];
  readonly #batches: DataLoader<string, TRow[]>;

  /** @param options - `columns` are those of `TRow` */
  constructor(options: { db: Knex; columns: (string | Knex.Raw)[] }) {
    this.#db = options.db;
    this.#columns = options.columns;
    this.#batches = new DataLoader(refs => this.#readBatch(refs), {
      cache: false,
      maxBatchSize: MAX_BATCH,
      batchScheduleFn: send => setImmediate(send),
    });
  }

  async read(entityRef: string, visibility: Visibility): Promise<TRow[]> {
    return seesAll(visibility)
      ? this.#batches.load(entityRef)
      : this.#readRows([entityRef], visibility);
  }

  async #readBatch(entityRefs: readonly string[]): Promise<TRow[][]> {
    const rows = await this.#readRows([...new Set(entityRefs)], SEES_ALL);
    const byEntity = new Map<string, TRow[]>();
    for (const row of rows) {
      const own = byEntity.get(row.ref);
      if (own) {
        own.push(row);
      } else {
        byEntity.set(row.ref, [row]);
      }
    }
    return entityRefs.map(ref => byEntity.get(ref) ?? []);
  }

  #readRows(entityRefs: string[], visibility: Visibility): Promise<TRow[]> {
    return readEntityResults<TRow>({
      db: this.#db,
      entityRefs,
      visibility,
      columns: this.#columns,
    });
  }
}
