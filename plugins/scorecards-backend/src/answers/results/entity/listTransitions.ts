import { Page, Transition } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { cutPage, decodeCursor } from '@fairlead/backend-routes';
import { DbTransitionRow } from '../../../database/tables';
import {
  restrictToVisibleResults,
  Visibility,
  assertVisibleEntity,
} from '../../../catalog/visibility';
import { isoTime } from '../../../database/isoTime';
import { TransitionsQuery } from './EntityResults';

/** The time and the id of a transition. */
const SortKey = z.tuple([z.int(), z.int()]);

/** The history of one entity, newest first. */
export async function listTransitions(
  options: TransitionsQuery & { db: Knex; visibility: Visibility },
): Promise<Page<Transition>> {
  const { db, entityRef, scorecardRef, limit, visibility } = options;
  const list = ['transitions', entityRef, scorecardRef];
  const after = decodeCursor(list, SortKey, options.cursor);
  await assertVisibleEntity({ db, entityRef, visibility });

  const all = db('transitions as t')
    .join('entities as e', 'e.entity_ref', 't.entity_ref')
    .where('t.entity_ref', entityRef);
  restrictToVisibleResults(all, visibility, 't');
  if (scorecardRef) {
    all.where('t.scorecard_ref', scorecardRef);
  }
  const page = all
    .clone()
    .select<DbTransitionRow[]>('t.*')
    .orderBy([
      { column: 't.at', order: 'desc' },
      { column: 't.id', order: 'desc' },
    ])
    .limit(limit + 1);
  if (after) {
    page.whereRaw('(t.at, t.id) < (?, ?)', after);
  }

  const [rows, [{ total }]] = await Promise.all([
    page,
    all.count({ total: '*' }),
  ]);
  const { shown, next } = cutPage(rows, {
    limit,
    list,
    keyOf: row => [Number(row.at), Number(row.id)],
  });
  return {
    items: shown.map(toTransition),
    totalItems: Number(total),
    ...next,
  };
}

function toTransition(row: DbTransitionRow): Transition {
  return {
    scorecardRef: row.scorecard_ref,
    entityRef: row.entity_ref,
    checkId: row.check_id,
    from: row.from,
    to: row.to,
    at: isoTime(row.at),
    cause: row.cause as Transition['cause'],
    reason: row.reason,
  };
}
