import { Fact } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { inPages } from '../database/inPages';
import { DbFactRow } from '../database/tables';
import { FactStore } from './FactStore';
import { KnownFacts } from './KnownFacts';
import { createFactReader } from './createFactReader';

const PAGE_SIZE = 500;

export class DatabaseFactStore implements FactStore {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #knownFacts: Pick<KnownFacts, 'declaration'>;

  static create(options: {
    clock?: Clock;
    db: Knex;
    knownFacts: Pick<KnownFacts, 'declaration'>;
  }): DatabaseFactStore {
    return new DatabaseFactStore(options);
  }

  private constructor(options: {
    clock?: Clock;
    db: Knex;
    knownFacts: Pick<KnownFacts, 'declaration'>;
  }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#knownFacts = options.knownFacts;
  }

  async list(entityRef: string, options?: { now?: number }): Promise<Fact[]> {
    const facts = await this.listByEntities([entityRef], options);
    return facts.get(entityRef) ?? [];
  }

  async listByEntities(
    entityRefs: readonly string[],
    options: { factIds?: readonly string[]; now?: number } = {},
  ): Promise<Map<string, Fact[]>> {
    const reader = createFactReader({
      now: options.now ?? this.#clock(),
      unitOf: id => this.#knownFacts.declaration(id)?.unit,
    });
    const facts = new Map<string, Fact[]>();
    for (const page of inPages(entityRefs, PAGE_SIZE)) {
      const query = this.#db<DbFactRow>('facts')
        .select('*')
        .whereIn('entity_ref', page)
        .orderBy(['entity_ref', 'fact_id']);
      if (options.factIds) {
        query.whereIn('fact_id', [...options.factIds]);
      }
      for (const row of (await query) as DbFactRow[]) {
        const fact = reader.read(row);
        const list = facts.get(row.entity_ref);
        if (list) {
          list.push(fact);
        } else {
          facts.set(row.entity_ref, [fact]);
        }
      }
    }
    return facts;
  }
}
