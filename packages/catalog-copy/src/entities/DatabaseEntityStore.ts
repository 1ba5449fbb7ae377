import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  Clock,
  inPages,
  insertRows,
  isPostgres,
  RowColumns,
  whereOneOf,
} from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { CopiedEntityRow, EntityTermRow } from '../tables';
import { CopyDefinition, KeptOfEntity } from '../CopyDefinition';
import { EntityReader } from './EntityReader';
import { EntityStore, StoredRef } from './EntityStore';
import { CopiedEntity } from './readCopiedEntity';

const PAGE_SIZE = 500;

const COLUMNS = {
  entity_ref: 'text',
  uid: 'text',
  kind: 'text',
  title: 'text',
  owner_ref: 'text',
  system_ref: 'text',
  domain_ref: 'text',
  hash: 'text',
  changed_at: 'bigint',
} satisfies RowColumns;

const TERM_COLUMNS = {
  entity_ref: 'text',
  key: 'text',
  value: 'text',
} satisfies RowColumns;

/**
 * Keeps the copy of a family in its database.
 *
 * @remarks
 *
 * Any number of replicas may write at once. Each locks the rows that it changes in the order of their refs first, so that
 * they wait for each other instead of in a circle.
 */
export class DatabaseEntityStore<TKept extends KeptOfEntity>
  implements EntityStore
{
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #definition: CopyDefinition<TKept>;
  readonly #reader: EntityReader<TKept>;

  static create<TKept extends KeptOfEntity>(options: {
    clock?: Clock;
    db: Knex;
    definition: CopyDefinition<TKept>;
  }): DatabaseEntityStore<TKept> {
    return new DatabaseEntityStore(options);
  }

  private constructor(options: {
    clock?: Clock;
    db: Knex;
    definition: CopyDefinition<TKept>;
  }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#definition = options.definition;
    this.#reader = new EntityReader(options.definition.read);
  }

  async put(entities: readonly Entity[]): Promise<string[]> {
    const changed: string[] = [];
    for (const page of inPages(entities, PAGE_SIZE)) {
      changed.push(...(await this.#putPage(page)));
    }
    return changed;
  }

  async #putPage(entities: readonly Entity[]): Promise<string[]> {
    const changed = await this.#findChanged(entities);
    if (changed.length === 0) {
      return [];
    }
    const entityRefs = changed.map(({ row }) => row.entity_ref);
    const now = this.#clock();
    await this.#db.transaction(async tx => {
      await lockEntities(tx, entityRefs);
      const rows = changed.map(({ row, kept }) => ({
        changed_at: now,
        ...row,
        ...kept.columns,
      }));
      await insertRows(tx, {
        table: 'entities',
        columns: { ...COLUMNS, ...this.#definition.columns },
        rows,
        onConflict: { key: ['entity_ref'] },
      });
      await deleteTerms(tx, entityRefs);
      await insertRows(tx, {
        table: 'entity_terms',
        columns: TERM_COLUMNS,
        rows: changed.flatMap(({ terms }) => terms.map(term => ({ ...term }))),
      });
      await this.#definition.onChange(
        tx,
        changed.map(({ row, kept }) => ({
          row: { ...row, changed_at: now },
          kept,
        })),
        { now },
      );
    });
    return entityRefs;
  }

  async #findChanged(
    entities: readonly Entity[],
  ): Promise<CopiedEntity<TKept>[]> {
    // The stream can contain the same entity twice.
    const distinct = new Map(
      entities.map(entity => [stringifyEntityRef(entity), entity]),
    );
    const query = this.#db<CopiedEntityRow>('entities').select(
      'entity_ref',
      'hash',
    );
    whereOneOf(query, 'entity_ref', [...distinct.keys()]);
    const rows = (await query) as CopiedEntityRow[];
    const stored = new Map(rows.map(row => [row.entity_ref, row.hash]));
    return [...distinct]
      .filter(
        ([ref, entity]) => stored.get(ref) !== this.#reader.hashOf(entity),
      )
      .map(([, entity]) => this.#reader.read(entity))
      .sort(({ row: a }, { row: b }) => (a.entity_ref < b.entity_ref ? -1 : 1));
  }

  async remove(entityRefs: readonly string[]): Promise<void> {
    for (const page of inPages(entityRefs, PAGE_SIZE)) {
      await this.#db.transaction(async tx => {
        await lockEntities(tx, page);
        await this.#definition.onRemove?.(tx, page, { now: this.#clock() });
        await deleteTerms(tx, page);
        await tx('entities').whereIn('entity_ref', page).delete();
      });
      this.#reader.forget(page);
    }
  }

  async setMissing(entityRefs: readonly string[]): Promise<void> {
    const found = this.#db<CopiedEntityRow>('entities')
      .whereNotNull('missing_since')
      .whereNot(missing => whereOneOf(missing, 'entity_ref', entityRefs));
    await found.update({ missing_since: null });
    const gone =
      this.#db<CopiedEntityRow>('entities').whereNull('missing_since');
    whereOneOf(gone, 'entity_ref', entityRefs);
    await gone.update({ missing_since: this.#clock() });
  }

  async settle(): Promise<void> {
    await this.#definition.onSynced?.(this.#db);
  }

  async known(entityRefs: readonly string[]): Promise<Set<string>> {
    const query = this.#db<CopiedEntityRow>('entities');
    whereOneOf(query, 'entity_ref', entityRefs);
    return new Set(await query.pluck('entity_ref'));
  }

  async *refs(): AsyncIterable<StoredRef[]> {
    let after = '';
    for (;;) {
      const rows = await this.#db<CopiedEntityRow>('entities')
        .where('entity_ref', '>', after)
        .orderBy('entity_ref')
        .limit(PAGE_SIZE)
        .select('entity_ref', 'missing_since');
      if (rows.length === 0) {
        return;
      }
      yield rows.map(row => ({
        entityRef: row.entity_ref,
        ...(row.missing_since !== null && {
          missingSince: Number(row.missing_since),
        }),
      }));
      after = rows[rows.length - 1].entity_ref;
    }
  }
}

async function lockEntities(
  tx: Knex.Transaction,
  entityRefs: readonly string[],
): Promise<void> {
  // SQLite has one writer at a time and needs no lock.
  if (isPostgres(tx)) {
    await tx<CopiedEntityRow>('entities')
      .select('entity_ref')
      .whereIn('entity_ref', entityRefs)
      .orderBy('entity_ref')
      .forNoKeyUpdate();
  }
}

async function deleteTerms(
  tx: Knex.Transaction,
  entityRefs: readonly string[],
): Promise<void> {
  await tx<EntityTermRow>('entity_terms')
    .whereIn('entity_ref', entityRefs)
    .delete();
}
