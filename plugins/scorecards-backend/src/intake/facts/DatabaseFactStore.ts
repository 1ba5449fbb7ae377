import { Fact } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { Clock, inPages } from '@fairlead/bulk-sql';
import { FactStore } from './FactStore';
import { KnownFacts } from './KnownFacts';
import { createFactReader } from './createFactReader';
import { readFactLists } from './readFactLists';

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
    const readFact = createFactReader({
      now: options.now ?? this.#clock(),
      unitOf: id => this.#knownFacts.declaration(id)?.unit,
    });
    const facts = new Map<string, Fact[]>();
    for (const page of inPages(entityRefs, PAGE_SIZE)) {
      const lists = await readFactLists(this.#db, {
        entityRefs: page,
        factIds: options.factIds,
      });
      for (const [entityRef, list] of lists) {
        if (list.length > 0) {
          facts.set(entityRef, list.map(readFact));
        }
      }
    }
    return facts;
  }
}
