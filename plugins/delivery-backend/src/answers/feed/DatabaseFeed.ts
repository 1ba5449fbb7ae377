import {
  DeliveryRecord,
  FeedPage,
  inferOrigin,
  OriginRule,
  RecordKind,
  RECORD_KINDS,
} from '@fairlead/backstage-plugin-delivery-common';
import { decodeCursor, encodeCursor } from '@fairlead/backend-routes';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { z } from 'zod';
import { DbRecordEntityRow, DbRecordRow } from '../../database/tables';
import { settleStoredAlerts } from '../../records/store/settleStoredAlerts';
import { Feed, FeedQuery } from './Feed';

/** A position holds in any feed: whoever asks for other kinds from now on goes on where it was. */
const FEED = 'feed';

export interface DatabaseFeedOptions {
  db: Knex;
  originRules: readonly OriginRule[];
}

export class DatabaseFeed implements Feed {
  readonly #db: Knex;
  readonly #originRules: readonly OriginRule[];

  static create(options: DatabaseFeedOptions): DatabaseFeed {
    return new DatabaseFeed(options);
  }

  private constructor(options: DatabaseFeedOptions) {
    this.#db = options.db;
    this.#originRules = options.originRules;
  }

  async read(query: FeedQuery): Promise<FeedPage> {
    const db = this.#db;
    const { limit, kinds = RECORD_KINDS } = query;
    const after = decodeCursor(FEED, z.int().nonnegative(), query.after) ?? 0;
    const rows = await readRows(db, { after, kinds, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const records = await settle(
      db,
      page.map(({ record }) => JSON.parse(record)),
    );
    const entities = await readEntities(
      db,
      records.map(({ key }) => key),
    );
    const last = page.at(-1);
    return {
      items: records.map(record => ({
        ...record,
        ...(record.kind === 'change' && {
          origin: inferOrigin(record, { rules: this.#originRules }),
        }),
        entities: entities.get(record.key) ?? [],
      })),
      cursor: encodeCursor(FEED, last ? Number(last.position) : after),
      hasMore: rows.length > limit,
    };
  }
}

/** Each alert whole, once: what changed may be but its end. */
async function settle(
  db: Knex,
  records: readonly DeliveryRecord[],
): Promise<DeliveryRecord[]> {
  const alerts = await settleStoredAlerts(db, records);
  const settled = new Map<string, DeliveryRecord>();
  for (const record of records) {
    const one = alerts.get(record.key) ?? record;
    settled.delete(one.key);
    settled.set(one.key, one);
  }
  return [...settled.values()];
}

type FeedRow = Pick<DbRecordRow, 'key' | 'record' | 'position'>;

/** The first of each kind, and of these the first: no kind is read that was not asked for. */
async function readRows(
  db: Knex,
  options: { after: number; kinds: readonly RecordKind[]; limit: number },
): Promise<FeedRow[]> {
  const { after, kinds, limit } = options;
  const [first, ...others] = [...new Set(kinds)].map(kind =>
    db
      .select('*')
      .from(
        db<DbRecordRow>('records')
          .select('key', 'record', 'position')
          .where({ kind })
          .where('position', '>', after)
          .orderBy('position')
          .limit(limit)
          .as('of_kind'),
      ),
  );
  return db
    .select('*')
    .from(first.unionAll(others).as('changed'))
    .orderBy('position')
    .limit(limit);
}

async function readEntities(
  db: Knex,
  recordKeys: readonly string[],
): Promise<Map<string, string[]>> {
  const query = db<DbRecordEntityRow>('record_entities')
    .select('record_key', 'entity_ref')
    .orderBy('entity_ref');
  whereOneOf(query, 'record_key', recordKeys);
  const entities = new Map<string, string[]>();
  for (const { record_key: key, entity_ref: ref } of await query) {
    entities.set(key, [...(entities.get(key) ?? []), ref]);
  }
  return entities;
}
