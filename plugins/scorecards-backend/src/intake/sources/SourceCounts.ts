import { Knex } from 'knex';
import { DbFactRow, DbFactSourceRow } from '../../database/tables';

/** Facts that are sent between two runs are counted so much later at most. */
const KEPT_FOR = 10_000;

/** Of how many entities a source has facts, and of how many it failed to observe one. */
export interface SourceCount {
  entities: number;
  failing: number;
}

/** Counts over all facts, anew whenever a source ran. */
export class SourceCounts {
  readonly #db: Knex;
  #kept?: { runs: string; at: number; counts: Map<string, SourceCount> };

  constructor(options: { db: Knex }) {
    this.#db = options.db;
  }

  async read(
    runs: readonly DbFactSourceRow[],
  ): Promise<Map<string, SourceCount>> {
    const now = Date.now();
    const key = JSON.stringify(runs);
    if (this.#kept?.runs !== key || now - this.#kept.at >= KEPT_FOR) {
      this.#kept = { runs: key, at: now, counts: await this.#count() };
    }
    return this.#kept.counts;
  }

  /** Groups twice: to count what is distinct, PostgreSQL would sort all facts. */
  async #count() {
    const perEntity = this.#db<DbFactRow>('facts')
      .select('source', 'entity_ref')
      .count({ errors: 'error' })
      .groupBy('source', 'entity_ref');
    const rows: Record<'source' | keyof SourceCount, string>[] = await this.#db
      .from(perEntity.as('f'))
      .groupBy('source')
      .select(
        'source',
        this.#db.raw('count(*) as entities'),
        this.#db.raw('sum(case when errors > 0 then 1 else 0 end) as failing'),
      );
    return new Map(
      rows.map(({ source, entities, failing }) => [
        source,
        { entities: Number(entities), failing: Number(failing) },
      ]),
    );
  }
}
