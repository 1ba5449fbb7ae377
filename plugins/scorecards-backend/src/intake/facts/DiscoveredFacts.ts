import { FactDeclaration } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { Clock, insertRows, RowColumns } from '@fairlead/bulk-sql';
import { DbKnownFactRow } from '../../database/tables';
import { FactDeclarations } from './FactDeclarations';

const COLUMNS = {
  fact_id: 'text',
  source: 'text',
  first_seen_at: 'bigint',
  declaration: 'text',
} satisfies RowColumns;

/**
 * Facts that a source came to know of only by asking. They are kept, so that they are declared after a restart, and where
 * another process ran the source.
 */
export class DiscoveredFacts {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #declarations: FactDeclarations;

  static create(options: {
    clock?: Clock;
    db: Knex;
    declarations: FactDeclarations;
  }): DiscoveredFacts {
    return new DiscoveredFacts(options);
  }

  private constructor(options: {
    clock?: Clock;
    db: Knex;
    declarations: FactDeclarations;
  }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#declarations = options.declarations;
  }

  /** Declares what a source has just come to know of. Throws an error when a fact is declared elsewhere. */
  async declare(
    source: string,
    facts: readonly FactDeclaration[],
  ): Promise<void> {
    const byId = new Map(facts.map(fact => [fact.id, fact]));
    this.#declarations.discover(source, [...byId.values()]);
    const now = this.#clock();
    await insertRows(this.#db, {
      table: 'known_facts',
      columns: COLUMNS,
      // All writers lock the rows in the same order, so that they cannot deadlock.
      rows: [...byId.values()]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(fact => ({
          fact_id: fact.id,
          source,
          first_seen_at: now,
          declaration: JSON.stringify(fact),
        })),
      onConflict: {
        key: ['fact_id', 'source'],
        set: { first_seen_at: 'known_facts.first_seen_at' },
      },
    });
  }

  /** Declares what the sources of this backend came to know of before, unless it is declared elsewhere by now. */
  async load(): Promise<void> {
    const rows = await this.#db<DbKnownFactRow>('known_facts')
      .select('fact_id', 'source', 'declaration')
      .whereNotNull('declaration');
    for (const { fact_id: id, source, declaration } of rows) {
      const isFree = this.#declarations.get(id) === undefined;
      if (declaration && isFree && this.#declarations.hasSource(source)) {
        this.#declarations.discover(source, [JSON.parse(declaration)]);
      }
    }
  }
}
