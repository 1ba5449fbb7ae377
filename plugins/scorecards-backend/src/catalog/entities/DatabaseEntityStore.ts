import { Entity } from '@backstage/catalog-model';
import {
  FilterPredicate,
  filterPredicateToFilterFunction,
} from '@backstage/filter-predicates';
import { Knex } from 'knex';
import { Clock, inPages, insertRows, RowColumns } from '@fairlead/bulk-sql';
import { lockEntities } from '../../database/lockEntities';
import { DbEntityRow } from '../../database/tables';
import { EntityStore } from './EntityStore';
import { readKinds } from './readKinds';
import { readEntityRow } from './readEntityRow';

const PAGE_SIZE = 500;

const COLUMNS = {
  entity_ref: 'text',
  uid: 'text',
  kind: 'text',
  title: 'text',
  owner_ref: 'text',
  system_ref: 'text',
  domain_ref: 'text',
  etag: 'text',
  entity: 'text',
  changed_at: 'bigint',
  evaluate_at: 'bigint',
} satisfies RowColumns;

export class DatabaseEntityStore implements EntityStore {
  readonly #db: Knex;
  readonly #clock: Clock;

  static create(options: { db: Knex; clock?: Clock }): DatabaseEntityStore {
    return new DatabaseEntityStore(options.db, options.clock ?? Date.now);
  }

  private constructor(db: Knex, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  async put(entities: readonly Entity[]): Promise<string[]> {
    const changed: string[] = [];
    for (const page of inPages(entities, PAGE_SIZE)) {
      changed.push(...(await this.#putPage(page)));
    }
    return changed;
  }

  async #putPage(entities: readonly Entity[]): Promise<string[]> {
    const rows = new Map(
      entities.map(readEntityRow).map(row => [row.entity_ref, row]),
    );
    const stored = await this.#db<DbEntityRow>('entities')
      .select('entity_ref', 'etag')
      .whereIn('entity_ref', [...rows.keys()]);
    for (const { entity_ref: entityRef, etag } of stored) {
      if (rows.get(entityRef)?.etag === etag) {
        rows.delete(entityRef);
      }
    }
    if (rows.size === 0) {
      return [];
    }
    const now = this.#clock();
    await this.#db.transaction(async tx => {
      await lockEntities(tx, [...rows.keys()]);
      await insertRows(tx, {
        table: 'entities',
        columns: COLUMNS,
        // The row comes last: V8 makes an object that starts with it anew for each property that follows.
        rows: [...rows.values()].map(row => ({
          changed_at: now,
          evaluate_at: now,
          ...row,
        })),
        onConflict: {
          key: ['entity_ref'],
          set: {
            // The domain of a part of a system is kept: `spreadDomains` alone changes it.
            domain_ref:
              'case when excluded.system_ref is null then excluded.domain_ref else entities.domain_ref end',
            revision: 'entities.revision + 1',
          },
        },
      });
    });
    return [...rows.keys()];
  }

  async remove(entityRefs: readonly string[]): Promise<void> {
    for (const page of inPages(entityRefs, PAGE_SIZE)) {
      await this.#db.transaction(async tx => {
        await lockEntities(tx, page);
        await tx<DbEntityRow>('entities').whereIn('entity_ref', page).delete();
      });
    }
  }

  async spreadDomains(): Promise<void> {
    const domain = this.#db
      .from('entities as s')
      .select('s.domain_ref')
      .where('s.entity_ref', this.#db.ref('entities.system_ref'));
    await this.#db<DbEntityRow>('entities')
      .whereNotNull('system_ref')
      .whereRaw('domain_ref is distinct from (?)', [domain])
      .update({ domain_ref: this.#db.raw('(?)', [domain]) });
  }

  async known(entityRefs: readonly string[]): Promise<Set<string>> {
    const known = new Set<string>();
    for (const page of inPages(entityRefs, PAGE_SIZE)) {
      const rows = await this.#db<DbEntityRow>('entities')
        .select('entity_ref')
        .whereIn('entity_ref', page);
      rows.forEach(row => known.add(row.entity_ref));
    }
    return known;
  }

  async lastChanged(
    entityRefs: readonly string[],
  ): Promise<Map<string, string>> {
    const times = new Map<string, string>();
    for (const page of inPages(entityRefs, PAGE_SIZE)) {
      const rows = await this.#db<DbEntityRow>('entities')
        .select('entity_ref', 'changed_at')
        .whereIn('entity_ref', page);
      for (const row of rows) {
        times.set(
          row.entity_ref,
          new Date(Number(row.changed_at)).toISOString(),
        );
      }
    }
    return times;
  }

  async *refs(): AsyncIterable<string[]> {
    for await (const rows of this.#rows(['entity_ref'])) {
      yield rows.map(row => row.entity_ref);
    }
  }

  async *pages(
    options: {
      filter?: FilterPredicate;
      entityRefs?: Iterable<string>;
    } = {},
  ): AsyncIterable<Entity[]> {
    const matches = options.filter
      ? filterPredicateToFilterFunction<Entity>(options.filter)
      : undefined;
    const pages = options.entityRefs
      ? this.#rowsOfRefs([...options.entityRefs])
      : this.#rows(['entity_ref', 'entity'], readKinds(options.filter));
    for await (const rows of pages) {
      const entities = rows.map(row => JSON.parse(row.entity) as Entity);
      const matching = matches ? entities.filter(matches) : entities;
      if (matching.length > 0) {
        yield matching;
      }
    }
  }

  async *#rows(
    columns: ('entity_ref' | 'entity')[],
    kinds?: readonly string[],
  ): AsyncIterable<DbEntityRow[]> {
    let after: string | undefined;
    for (;;) {
      const query = this.#db<DbEntityRow>('entities')
        .select(columns)
        .orderBy('entity_ref')
        .limit(PAGE_SIZE);
      if (kinds) {
        query.whereIn('kind', kinds);
      }
      if (after !== undefined) {
        query.where('entity_ref', '>', after);
      }
      const rows = (await query) as DbEntityRow[];
      if (rows.length > 0) {
        yield rows;
      }
      if (rows.length < PAGE_SIZE) {
        return;
      }
      after = rows[rows.length - 1].entity_ref;
    }
  }

  async *#rowsOfRefs(entityRefs: string[]): AsyncIterable<DbEntityRow[]> {
    for (const page of inPages(entityRefs, PAGE_SIZE)) {
      yield (await this.#db<DbEntityRow>('entities')
        .select('entity_ref', 'entity')
        .whereIn('entity_ref', page)
        .orderBy('entity_ref')) as DbEntityRow[];
    }
  }
}
