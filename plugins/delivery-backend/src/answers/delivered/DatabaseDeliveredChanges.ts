import { decodeCursor, encodeCursor } from '@fairlead/backend-routes';
import {
  Change,
  DeliveredChange,
  DeliveredChangesPage,
  inferOrigin,
  OriginRule,
} from '@fairlead/backstage-plugin-delivery-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { isoTime } from '../../database/isoTime';
import { DbDeliveredChangeRow, DbRecordRow } from '../../database/tables';
import { DeliveredChanges, DeliveredChangesQuery } from './DeliveredChanges';

const LIST = 'delivered-changes';

type Row = DbDeliveredChangeRow & Pick<DbRecordRow, 'record'>;

export class DatabaseDeliveredChanges implements DeliveredChanges {
  readonly #db: Knex;
  readonly #originRules: readonly OriginRule[];

  static create(options: {
    db: Knex;
    originRules: readonly OriginRule[];
  }): DatabaseDeliveredChanges {
    return new DatabaseDeliveredChanges(options);
  }

  private constructor(options: {
    db: Knex;
    originRules: readonly OriginRule[];
  }) {
    this.#db = options.db;
    this.#originRules = options.originRules;
  }

  async read(query: DeliveredChangesQuery): Promise<DeliveredChangesPage> {
    const { limit } = query;
    const after = decodeCursor(LIST, z.int().nonnegative(), query.after) ?? 0;
    const rows: Row[] = await this.#db('delivered_changes as d')
      .join('records as r', 'r.key', 'd.change_key')
      .where('d.revision', '>', after)
      .orderBy('d.revision')
      .limit(limit + 1)
      .select('d.*', 'r.record');
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(row => this.#toItem(row)),
      cursor: encodeCursor(LIST, last ? Number(last.revision) : after),
      hasMore: rows.length > limit,
    };
  }

  #toItem(row: Row): DeliveredChange {
    const change: Change = JSON.parse(row.record);
    const { key, formerKeys, author, repo, title, url } = change;
    return {
      change: key,
      formerKeys,
      author,
      repo,
      entityRef: row.entity_ref,
      deployment: row.deployment_key,
      deployedAt: isoTime(row.deployed_at),
      title,
      url,
      origin: inferOrigin(change, { rules: this.#originRules }),
      ...(row.revoked && { revoked: true }),
    };
  }
}
