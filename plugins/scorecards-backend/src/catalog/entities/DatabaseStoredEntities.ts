import { Entity } from '@backstage/catalog-model';
import {
  FilterPredicate,
  filterPredicateToFilterFunction,
} from '@backstage/filter-predicates';
import { Knex } from 'knex';
import { inPages } from '@fairlead/bulk-sql';
import { DbEntityRow } from '../../database/tables';
import { readKinds } from './readKinds';
import { StoredEntities } from './StoredEntities';

const PAGE_SIZE = 500;

/** Reads the copy of the catalog. */
export class DatabaseStoredEntities implements StoredEntities {
  readonly #db: Knex;

  static create(options: { db: Knex }): DatabaseStoredEntities {
    return new DatabaseStoredEntities(options.db);
  }

  private constructor(db: Knex) {
    this.#db = db;
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
      : this.#rows(readKinds(options.filter));
    for await (const rows of pages) {
      const entities = rows.map(row => JSON.parse(row.entity) as Entity);
      const matching = matches ? entities.filter(matches) : entities;
      if (matching.length > 0) {
        yield matching;
      }
    }
  }

  async *#rows(kinds?: readonly string[]): AsyncIterable<DbEntityRow[]> {
    let after: string | undefined;
    for (;;) {
      const query = this.#db<DbEntityRow>('entities')
        .select('entity_ref', 'entity')
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
