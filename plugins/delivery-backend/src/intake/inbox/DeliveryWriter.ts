import { ServiceUnavailableError } from '@backstage/errors';
import { insertRows, RowColumns } from '@fairlead/bulk-sql';
import { isTransient } from '@fairlead/database-health';
import { Knex } from 'knex';
import { NewDelivery } from './createDelivery';

/** Of one statement. */
const MAX_ROWS = 500;
const MAX_SIZE = 8 * 1024 * 1024;

/** Of all that waits: a database that does not answer shall not fill the memory. */
const MAX_WAITING_SIZE = 64 * 1024 * 1024;

const COLUMNS = {
  source: 'text',
  key: 'text',
  type: 'text',
  via: 'text',
  payload: 'text',
  size: 'integer',
  pull_id: 'text',
  received_at: 'bigint',
  state: 'text',
} satisfies RowColumns;

interface Waiting {
  deliveries: readonly NewDelivery[];
  size: number;
  resolve(inserted: number): void;
  reject(error: unknown): void;
}

/**
 * Writes deliveries of one source. What arrives while a statement is under way goes together in the next one, so that
 * the more arrive at once, the less each of them costs, and one alone waits for nothing.
 */
export class DeliveryWriter {
  readonly #db: Knex;
  readonly #waiting: Waiting[] = [];
  #waitingSize = 0;
  #isBusy = false;

  constructor(db: Knex) {
    this.#db = db;
  }

  /**
   * Answers how many of them were not stored before.
   *
   * @throws ServiceUnavailableError if too much waits already
   */
  async write(deliveries: readonly NewDelivery[]): Promise<number> {
    if (this.#waitingSize > MAX_WAITING_SIZE) {
      throw new ServiceUnavailableError(
        'Too many deliveries wait for the database; send this one again in a moment',
      );
    }
    return new Promise((resolve, reject) => {
      const size = deliveries.reduce((sum, one) => sum + one.size, 0);
      this.#waiting.push({ deliveries, size, resolve, reject });
      this.#waitingSize += size;
      void this.#work();
    });
  }

  async #work(): Promise<void> {
    if (this.#isBusy) {
      return;
    }
    this.#isBusy = true;
    while (this.#waiting.length > 0) {
      await this.#insert(this.#next());
    }
    this.#isBusy = false;
  }

  #next(): Waiting[] {
    let [rows, size] = [0, 0];
    let count = 0;
    for (const next of this.#waiting) {
      rows += next.deliveries.length;
      size += next.size;
      if (count > 0 && (rows > MAX_ROWS || size > MAX_SIZE)) {
        break;
      }
      count += 1;
    }
    const group = this.#waiting.splice(0, count);
    this.#waitingSize -= group.reduce((sum, one) => sum + one.size, 0);
    return group;
  }

  /** Never throws. */
  async #insert(group: readonly Waiting[]): Promise<void> {
    try {
      const stored = await insertDeliveries(
        this.#db,
        group.flatMap(({ deliveries }) => deliveries),
      );
      for (const { deliveries, resolve } of group) {
        // When a key occurs twice in one statement, the first row was stored.
        resolve(deliveries.filter(({ key }) => stored.delete(key)).length);
      }
    } catch (error) {
      if (group.length === 1 || isTransient(error)) {
        group.forEach(({ reject }) => reject(error));
        return;
      }
      // One row is at fault, so write them one by one.
      for (const one of group) {
        await this.#insert([one]);
      }
    }
  }
}

/** Answers the keys of those that were not stored before. */
async function insertDeliveries(
  db: Knex,
  deliveries: readonly NewDelivery[],
): Promise<Set<string>> {
  const inserted = await insertRows(db, {
    table: 'deliveries',
    columns: COLUMNS,
    rows: deliveries.map(delivery => ({ ...delivery, state: 'pending' })),
    onConflict: { key: ['source', 'key'], ignore: true },
    returning: 'key',
  });
  return new Set(inserted.map(({ key }) => key));
}
