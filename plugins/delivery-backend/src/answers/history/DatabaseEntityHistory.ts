import { cutPage, decodeCursor, SortText } from '@fairlead/backend-routes';
import {
  EntityHistoryResponse,
  OriginRule,
  RECORD_KINDS,
} from '@fairlead/backstage-plugin-delivery-common';
import { Clock, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { z } from 'zod';
import { DbRecordEntityRow } from '../../database/tables';
import { resolveScope } from '../../catalog/ownership';
import { resolveWindow } from '../window/resolveWindow';
import { assertVisibleEntity, ForVisible } from '../../catalog/visibility';
import { EntityHistory, EntityHistoryQuery } from './EntityHistory';
import { readRecordsByKeys } from './readRecordsByKeys';

const SortKey = z.tuple([z.int(), SortText]);

export interface DatabaseEntityHistoryOptions {
  clock?: Clock;
  db: Knex;
  originRules: readonly OriginRule[];
  zone: string;
}

export class DatabaseEntityHistory implements EntityHistory<ForVisible> {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #originRules: readonly OriginRule[];
  readonly #zone: string;

  static create(options: DatabaseEntityHistoryOptions): DatabaseEntityHistory {
    return new DatabaseEntityHistory(options);
  }

  private constructor(options: DatabaseEntityHistoryOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#originRules = options.originRules;
    this.#zone = options.zone;
  }

  async list(
    query: EntityHistoryQuery,
    { visibility }: ForVisible,
  ): Promise<EntityHistoryResponse> {
    const { entityRef, limit, kinds = RECORD_KINDS } = query;
    const window = resolveWindow(query, {
      now: this.#clock(),
      zone: this.#zone,
    });
    const list = ['history', entityRef, [...kinds].sort()];
    const after = decodeCursor(list, SortKey, query.cursor);
    await assertVisibleEntity(this.#db, entityRef, visibility);
    const scope = await resolveScope(this.#db, entityRef, {
      view: 'now',
      visibility,
    });

    const inScope = () => {
      const records = this.#db<DbRecordEntityRow>('record_entities')
        .whereIn('kind', [...kinds])
        .where('until', '>=', Date.parse(window.from))
        .where('at', '<', Date.parse(window.to));
      whereOneOf(records, 'entity_ref', scope.entityRefs);
      return records;
    };
    const page = inScope()
      // A record can belong to several entities of the scope; count it once.
      .groupBy('record_key', 'until')
      .orderBy([
        { column: 'until', order: 'desc' },
        { column: 'record_key', order: 'desc' },
      ])
      .limit(limit + 1)
      .select('record_key', 'until');
    if (after) {
      page.whereRaw('("until", record_key) < (?, ?)', after);
    }
    const [rows, [{ total }]] = await Promise.all([
      page,
      inScope().countDistinct({ total: 'record_key' }),
    ]);
    const { shown, next } = cutPage(rows, {
      limit,
      list,
      keyOf: row => [Number(row.until), row.record_key],
    });
    const records = await readRecordsByKeys(
      this.#db,
      shown.map(row => row.record_key),
      { visibility, originRules: this.#originRules },
    );
    return {
      window,
      items: shown.flatMap(row => records.get(row.record_key) ?? []),
      totalItems: Number(total),
      ...next,
    };
  }
}
