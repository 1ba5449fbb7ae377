import DataLoader from 'dataloader';
import { Knex } from 'knex';
import { SEES_ALL, seesAll, Visibility } from '../../../catalog/visibility';
import {
  EntityResultRow,
  readEntityResults,
  STATE_COLUMNS,
} from './readEntityResults';

const MAX_BATCH = 100;

/**
 * Reads the state of an entity's results. Requests that arrive together share a query when nothing is hidden from
 * their callers: asking the database costs far more than what it answers.
 */
export class EntityStateReader {
  readonly #db: Knex;
  readonly #batches: DataLoader<string, EntityResultRow[]>;

  constructor(options: { db: Knex }) {
    this.#db = options.db;
    this.#batches = new DataLoader(refs => this.#readBatch(refs), {
      cache: false,
      maxBatchSize: MAX_BATCH,
      batchScheduleFn: send => setImmediate(send),
    });
  }

  async read(
    entityRef: string,
    visibility: Visibility,
  ): Promise<EntityResultRow[]> {
    return seesAll(visibility)
      ? this.#batches.load(entityRef)
      : readEntityResults({
          db: this.#db,
          entityRefs: [entityRef],
          visibility,
          columns: STATE_COLUMNS,
        });
  }

  async #readBatch(entityRefs: readonly string[]) {
    const rows = await readEntityResults({
      db: this.#db,
      entityRefs: [...new Set(entityRefs)],
      visibility: SEES_ALL,
      columns: STATE_COLUMNS,
    });
    const byEntity = new Map<string, EntityResultRow[]>();
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
}
