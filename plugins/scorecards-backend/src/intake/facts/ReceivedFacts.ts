import { Knex } from 'knex';
import { insertRows, RowColumns } from '@fairlead/bulk-sql';
import { Observation } from './parseSinkEntry';

const COLUMNS = {
  fact_id: 'text',
  source: 'text',
  first_seen_at: 'bigint',
} satisfies RowColumns;

/** Remembers which facts were ever received and from whom, so that scorecards may name them. */
export class ReceivedFacts {
  readonly #db: Knex;
  readonly #remembered = new Set<string>();

  constructor(db: Knex) {
    this.#db = db;
  }

  async remember(
    observations: readonly Observation[],
    now: number,
  ): Promise<void> {
    const rows = new Map<
      string,
      { fact_id: string; source: string; first_seen_at: number }
    >();
    for (const { factId, source } of observations) {
      const key = `${factId} ${source}`;
      if (!this.#remembered.has(key)) {
        rows.set(key, { fact_id: factId, source, first_seen_at: now });
      }
    }
    await insertRows(this.#db, {
      table: 'known_facts',
      columns: COLUMNS,
      // All writers lock the rows in the same order, so that they cannot deadlock.
      rows: [...rows.keys()].sort().flatMap(key => rows.get(key) ?? []),
      onConflict: { key: ['fact_id', 'source'], ignore: true },
    });
    for (const key of rows.keys()) {
      this.#remembered.add(key);
    }
  }
}
