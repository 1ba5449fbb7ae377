import { whereOneOf } from '@fairlead/bulk-sql';
import DataLoader from 'dataloader';
import { Knex } from 'knex';
import { DbEntityRow, DbUseRow } from '../../database/tables';

const MAX_BATCH = 100;

type StateRow = Pick<
  DbEntityRow,
  'entity_ref' | 'hash' | 'changed_at' | 'revision'
> & {
  use_id: DbUseRow['id'] | null;
};

/**
 * Reads what tells one state of an entity's answer from the next. Requests that arrive together share a query: asking the
 * database costs far more than what it answers.
 */
export class EntityStateReader {
  readonly #db: Knex;
  readonly #batches: DataLoader<string, string | undefined>;

  constructor(options: { db: Knex }) {
    this.#db = options.db;
    this.#batches = new DataLoader(refs => this.#readBatch(refs), {
      cache: false,
      maxBatchSize: MAX_BATCH,
      batchScheduleFn: send => setImmediate(send),
    });
  }

  /** Never returns to an earlier value; undefined for an entity that is unknown. */
  async read(entityRef: string): Promise<string | undefined> {
    return this.#batches.load(entityRef);
  }

  async #readBatch(entityRefs: readonly string[]) {
    const query = this.#db('entities as e')
      .leftJoin('uses as u', join =>
        join.on('u.entity_ref', 'e.entity_ref').onNull('u.finished_at'),
      )
      .orderBy('u.id')
      .select('e.entity_ref', 'e.hash', 'e.changed_at', 'e.revision')
      .select('u.id as use_id');
    whereOneOf(query, 'e.entity_ref', [...new Set(entityRefs)]);
    const rows: StateRow[] = await query;
    const states = new Map<string, StateRow[]>();
    for (const row of rows) {
      states.set(row.entity_ref, [...(states.get(row.entity_ref) ?? []), row]);
    }
    return entityRefs.map(ref => {
      const own = states.get(ref);
      return own && JSON.stringify(own);
    });
  }
}
