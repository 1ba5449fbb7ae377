import { Knex } from 'knex';
import { RowColumns, rowsOf } from '../database/rowsOf';
import { DbKnownFactRow } from '../database/tables';
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
    const rows = new Map<string, DbKnownFactRow>();
    for (const { factId, source } of observations) {
      const key = `${factId} ${source}`;
      if (!this.#remembered.has(key)) {
        rows.set(key, { fact_id: factId, source, first_seen_at: now });
      }
    }
    if (rows.size === 0) {
      return;
    }
    await this.#db('known_facts')
      .insert(
        this.#db
          .select(Object.keys(COLUMNS))
          .from(
            rowsOf(
              this.#db,
              COLUMNS,
              [...rows.values()].map(row => ({ ...row })),
            ),
          )
          .whereRaw('true')
          // Of several writers at once, all take the rows in one order.
          .orderBy(['fact_id', 'source']),
      )
      .onConflict(['fact_id', 'source'])
      .ignore();
    for (const key of rows.keys()) {
      this.#remembered.add(key);
    }
  }
}
