import {
  Clock,
  inPages,
  insertRows,
  RowColumns,
  whereOneOf,
} from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbEntityRow, DbPersonRow } from '../../database/tables';
import { storeOwnerships } from '../ownership';
import { holdNames } from '../../records/repositories';
import { EntityStore } from './EntityStore';
import { MEASURED_KINDS } from './knownKinds';
import { KnownEntity } from './readEntity';
import { storeClaims } from './storeClaims';

const PAGE_SIZE = 500;

const COLUMNS = {
  entity_ref: 'text',
  uid: 'text',
  kind: 'text',
  title: 'text',
  owner_ref: 'text',
  system_ref: 'text',
  domain_ref: 'text',
  parent_ref: 'text',
  problems: 'text',
  hash: 'text',
} satisfies RowColumns;

export class DatabaseEntityStore implements EntityStore {
  readonly #clock: Clock;
  readonly #db: Knex;

  static create(options: { clock?: Clock; db: Knex }): DatabaseEntityStore {
    return new DatabaseEntityStore(options);
  }

  private constructor(options: { clock?: Clock; db: Knex }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
  }

  async put(entities: readonly KnownEntity[]): Promise<string[]> {
    const changed: string[] = [];
    for (const page of inPages(entities, PAGE_SIZE)) {
      changed.push(...(await this.#putPage(page)));
    }
    return changed;
  }

  async #putPage(entities: readonly KnownEntity[]): Promise<string[]> {
    const stored = await this.#readHashes(entities);
    // The stream can contain the same entity twice.
    const distinct = new Map(
      entities.map(entity => [entity.row.entity_ref, entity]),
    );
    const changed = [...distinct.values()]
      .filter(({ row }) => stored.get(row.entity_ref) !== row.hash)
      // Always in the same order, so that two transactions cannot deadlock.
      .sort(({ row: a }, { row: b }) => (a.entity_ref < b.entity_ref ? -1 : 1));
    if (changed.length === 0) {
      return [];
    }
    const now = this.#clock();
    await this.#db.transaction(async tx => {
      await holdNames(tx);
      await insertRows(tx, {
        table: 'entities',
        columns: COLUMNS,
        rows: changed.map(({ row }) => ({ ...row })),
        onConflict: { key: ['entity_ref'] },
      });
      await storeClaims(tx, {
        claims: new Map(
          changed.map(({ row, claims }) => [row.entity_ref, claims]),
        ),
        now,
      });
      await storeOwnerships(tx, {
        owners: new Map(
          changed
            .filter(({ row }) => MEASURED_KINDS.includes(row.kind))
            .map(({ row }) => [row.entity_ref, row.owner_ref ?? '']),
        ),
        now,
      });
      await storePeople(tx, changed);
    });
    return changed.map(({ row }) => row.entity_ref);
  }

  async remove(entityRefs: readonly string[]): Promise<void> {
    for (const page of inPages(entityRefs, PAGE_SIZE)) {
      await this.#db.transaction(async tx => {
        await holdNames(tx);
        await tx('entities').whereIn('entity_ref', page).delete();
        await tx('people').whereIn('user_ref', page).delete();
        await storeClaims(tx, {
          claims: new Map(page.map(ref => [ref, []])),
          now: this.#clock(),
        });
      });
    }
  }

  async *refs(): AsyncIterable<string[]> {
    let after = '';
    for (;;) {
      const refs: string[] = await this.#db<DbEntityRow>('entities')
        .where('entity_ref', '>', after)
        .orderBy('entity_ref')
        .limit(PAGE_SIZE)
        .pluck('entity_ref');
      if (refs.length === 0) {
        return;
      }
      yield refs;
      after = refs[refs.length - 1];
    }
  }

  async #readHashes(
    entities: readonly KnownEntity[],
  ): Promise<Map<string, string>> {
    const query = this.#db<DbEntityRow>('entities').select(
      'entity_ref',
      'hash',
    );
    whereOneOf(
      query,
      'entity_ref',
      entities.map(({ row }) => row.entity_ref),
    );
    const rows = (await query) as DbEntityRow[];
    return new Map(rows.map(row => [row.entity_ref, row.hash]));
  }
}

async function storePeople(
  tx: Knex.Transaction,
  changed: readonly KnownEntity[],
): Promise<void> {
  const users = changed.filter(({ row }) => row.kind === 'user');
  if (users.length > 0) {
    const refs = users.map(({ row }) => row.entity_ref);
    await tx<DbPersonRow>('people').whereIn('user_ref', refs).delete();
    await insertRows(tx, {
      table: 'people',
      columns: { person: 'text', user_ref: 'text' },
      rows: users.flatMap(({ people }) => people.map(row => ({ ...row }))),
      onConflict: { key: ['person', 'user_ref'], ignore: true },
    });
  }
}
