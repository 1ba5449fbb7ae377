import { Page, Waiver } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '@fairlead/backend-routes';
import { DbWaiverRow } from '../../database/tables';
import { restrictToVisibleResults } from '../../catalog/visibility/restrictToVisible';
import { SEES_ALL, Visibility } from '../../catalog/visibility/Visibility';
import { readWaiver } from './readWaiver';
import { WaiverFilter, WaiverStore } from './WaiverStore';

const CURRENT: Waiver['state'][] = ['requested', 'approved'];

/** When it was asked for, and the id where two were asked for at once. */
const SORT_KEY = z.tuple([z.number(), z.string()]);

export class DatabaseWaiverStore implements WaiverStore {
  readonly #db: Knex;

  static create(options: { db: Knex }): DatabaseWaiverStore {
    return new DatabaseWaiverStore(options.db);
  }

  private constructor(db: Knex) {
    this.#db = db;
  }

  async get(id: string): Promise<Waiver | undefined> {
    const row = await this.#db<DbWaiverRow>('waivers').where({ id }).first();
    return row && readWaiver(row);
  }

  async list(
    options: WaiverFilter & {
      limit: number;
      cursor?: string;
      visibility?: Visibility;
    },
  ): Promise<Page<Waiver>> {
    const { limit, state, entityRef, scorecardRef } = options;
    const name = ['waivers', state, entityRef, scorecardRef];
    const after = decodeCursor(name, SORT_KEY, options.cursor);
    const query = this.#db
      .from('waivers as w')
      .join('entities as e', 'e.entity_ref', 'w.entity_ref');
    restrictToVisibleResults(query, options.visibility ?? SEES_ALL, 'w');
    for (const [column, value] of Object.entries({
      'w.state': state,
      'w.entity_ref': entityRef,
      'w.scorecard_ref': scorecardRef,
    })) {
      if (value !== undefined) {
        query.where(column, value);
      }
    }
    const [{ count }] = await query.clone().count('* as count');
    if (after) {
      query.whereRaw('(w.requested_at, w.id) < (?, ?)', after);
    }
    const rows: DbWaiverRow[] = await query
      .select('w.*')
      .orderBy([
        { column: 'w.requested_at', order: 'desc' },
        { column: 'w.id', order: 'desc' },
      ])
      .limit(limit + 1);
    const items = rows.slice(0, limit);
    const last = items[items.length - 1];
    return {
      items: items.map(readWaiver),
      totalItems: Number(count),
      ...(rows.length > limit && {
        nextCursor: encodeCursor(name, [Number(last.requested_at), last.id]),
      }),
    };
  }

  async listCurrent(entityRef: string): Promise<Waiver[]> {
    const rows = await this.#db<DbWaiverRow>('waivers')
      .where('entity_ref', entityRef)
      .whereIn('state', CURRENT)
      .orderBy('requested_at');
    return rows.map(readWaiver);
  }
}
