import { NotFoundError } from '@backstage/errors';
import { cutPage, decodeCursor, SortText } from '@fairlead/backend-routes';
import { isolated } from '@fairlead/bidi-text';
import { restrictToVisible } from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { z } from 'zod';
import { ForVisible, whereRunbookVisible } from '../../catalog/visibility';
import { DbRunbookRow } from '../../database/tables';
import {
  applyHealthFilter,
  applyRunbooksFilter,
  readOwners,
  sortTitleOf,
} from './applyRunbooksFilter';
import { readDetail } from './readDetail';
import { readRunbookSummaries } from './readRunbookSummaries';
import { FAILING_PARTS, readTotals } from './readTotals';
import { Runbooks, RunbooksQuery } from './Runbooks';

/** What an answer is restricted to, and for whose teams it is. */
export interface ForReader extends ForVisible {
  /** Refs that stand for the caller as an owner; empty for a service. */
  ownershipRefs: readonly string[];
}

/** Trouble, title, id: in front what is in the most trouble, where the order asks for that. */
const SortKey = z.tuple([z.int(), SortText, SortText]);

type SortedRow = DbRunbookRow & { trouble: number; sort_title: string };

/** Reads the registry. */
export class DatabaseRunbooks implements Runbooks<ForReader> {
  readonly #db: Knex;

  static create(options: { db: Knex }): DatabaseRunbooks {
    return new DatabaseRunbooks(options);
  }

  private constructor(options: { db: Knex }) {
    this.#db = options.db;
  }

  async list(query: RunbooksQuery, { visible }: ForReader) {
    const { filter, limit, cursor, order = 'title' } = query;
    const db = this.#db;
    const list = ['runbooks', filter, order];
    const after = decodeCursor(list, SortKey, cursor);
    const owners = await readOwners(db, filter);
    const all = db('runbooks as r');
    whereRunbookVisible(all, visible);
    applyRunbooksFilter(all, filter, { owners, visible });
    const asked = all.clone();
    applyHealthFilter(asked, filter);
    const trouble = order === 'health' ? `-(${FAILING_PARTS})` : '0';
    const sortTitle = sortTitleOf(visible);
    const page = asked
      .clone()
      .select(
        'r.*',
        db.raw(`${trouble} as trouble`),
        db.raw(`${sortTitle} as sort_title`),
      )
      .orderByRaw(`trouble, sort_title, r.id`)
      .limit(limit + 1);
    if (after) {
      page.whereRaw(`(${trouble}, ${sortTitle}, r.id) > (?, ?, ?)`, after);
    }
    const [rows, totals, [{ count }]] = await Promise.all([
      page as Promise<SortedRow[]>,
      readTotals(all, db),
      asked.clone().count({ count: '*' }),
    ]);
    const { shown, next } = cutPage(rows, {
      limit,
      list,
      keyOf: ({ trouble: first, sort_title: title, id }) => [first, title, id],
    });
    return {
      items: await readRunbookSummaries(db, shown, { visible }),
      totalItems: Number(count),
      ...totals,
      ...next,
    };
  }

  async get(runbookId: string, { visible, ownershipRefs }: ForReader) {
    const db = this.#db;
    const query = db('runbooks as r').where('r.id', runbookId).first('r.*');
    whereRunbookVisible(query, visible);
    const row: DbRunbookRow | undefined = await query;
    if (!row) {
      throw new NotFoundError(
        isolated`There is no runbook '${runbookId}', or you may not see it`,
      );
    }
    const [summary] = await readRunbookSummaries(db, [row], { visible });
    return {
      ...summary,
      ...(await readDetail(db, row)),
      servesOwnTeam:
        ownershipRefs.includes(row.owner_ref ?? '') ||
        (await this.#servesOneOf(runbookId, { visible, ownershipRefs })),
    };
  }

  async #servesOneOf(
    runbookId: string,
    { visible, ownershipRefs }: ForReader,
  ): Promise<boolean> {
    const query = this.#db('runbook_entities as s')
      .join('entities as e', 'e.entity_ref', 's.entity_ref')
      .where('s.runbook_id', runbookId)
      .whereIn('e.owner_ref', [...ownershipRefs])
      .first('s.entity_ref');
    restrictToVisible(query, visible);
    return (await query) !== undefined;
  }
}
