import { Page, Waiver } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { cutPage, decodeCursor, SortText } from '@fairlead/backend-routes';
import { DbWaiverRow } from '../../database/tables';
import { restrictToVisibleResults, Visibility } from '../../catalog/visibility';
import { readWaiver } from './readWaiver';
import { WaiverFilter } from './WaiverStore';

/** When a waiver was asked for, and its id. */
const SortKey = z.tuple([z.int(), SortText]);

/** The waivers that the caller may see, newest first. */
export async function listWaivers(
  options: WaiverFilter & {
    db: Knex;
    limit: number;
    cursor?: string;
    visibility: Visibility;
  },
): Promise<Page<Waiver>> {
  const { db, limit, state, entityRef, scorecardRef, visibility } = options;
  const list = ['waivers', state, entityRef, scorecardRef];
  const after = decodeCursor(list, SortKey, options.cursor);

  const all = db('waivers as w')
    .join('entities as e', 'e.entity_ref', 'w.entity_ref')
    .where({
      ...(state && { 'w.state': state }),
      ...(entityRef && { 'w.entity_ref': entityRef }),
      ...(scorecardRef && { 'w.scorecard_ref': scorecardRef }),
    });
  restrictToVisibleResults(all, visibility, 'w');
  const page = all
    .clone()
    .select<DbWaiverRow[]>('w.*')
    .orderBy([
      { column: 'w.requested_at', order: 'desc' },
      { column: 'w.id', order: 'desc' },
    ])
    .limit(limit + 1);
  if (after) {
    page.whereRaw('(w.requested_at, w.id) < (?, ?)', after);
  }

  const [rows, [{ total }]] = await Promise.all([
    page,
    all.count({ total: '*' }),
  ]);
  const { shown, next } = cutPage(rows, {
    limit,
    list,
    keyOf: row => [Number(row.requested_at), row.id],
  });
  return {
    items: shown.map(readWaiver),
    totalItems: Number(total),
    ...next,
  };
}
