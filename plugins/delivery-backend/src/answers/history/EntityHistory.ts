import { decodeCursor, encodeCursor, SortText } from '@fairlead/backend-routes';
import {
  EntityHistoryResponse,
  RECORD_KINDS,
  RecordKind,
} from '@fairlead/backstage-plugin-delivery-common';
import { Clock, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { z } from 'zod';
import { DbRecordEntityRow } from '../../database/tables';
import { resolveScope } from '../../catalog/ownership';
import { resolveWindow } from '../summaries/resolveWindow';
import { assertVisibleEntity, Visibility } from '../../catalog/visibility';
import { readRecordsByKeys } from './readRecordsByKeys';

export interface EntityHistoryQuery {
  entityRef: string;
  kinds?: readonly RecordKind[];
  from?: string;
  to?: string;
  limit: number;
  cursor?: string;
}

const SortKey = z.tuple([z.int(), SortText]);

/** Lists what happened to an entity. */
export class EntityHistory {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #zone: string;

  constructor(options: { clock: Clock; db: Knex; zone: string }) {
    this.#clock = options.clock;
    this.#db = options.db;
    this.#zone = options.zone;
  }

  /**
   * The records that tell of a time in the window, latest first: of an entity, or of all that are today behind a group,
   * a system or a domain. Throws a NotFoundError for an entity that the caller may not see.
   */
  async list(
    query: EntityHistoryQuery,
    { visibility }: { visibility: Visibility },
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
      // The same record may concern several entities of the scope.
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
    const shown = rows.slice(0, limit);
    const records = await readRecordsByKeys(
      this.#db,
      shown.map(row => row.record_key),
      { visibility },
    );
    const last = shown[shown.length - 1];
    return {
      window,
      items: shown.flatMap(row => records.get(row.record_key) ?? []),
      totalItems: Number(total),
      ...(rows.length > limit && {
        nextCursor: encodeCursor(list, [Number(last.until), last.record_key]),
      }),
    };
  }
}
