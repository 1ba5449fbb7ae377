import { cutPage, decodeCursor, SortText } from '@fairlead/backend-routes';
import {
  AlertRow,
  CoverageWindow,
} from '@fairlead/backstage-plugin-runbooks-common';
import { VisibleEntities } from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { z } from 'zod';
import { CoverageFilter } from './CoverageAnswers';
import { applyFilter, IS_COVERED, MAY_PAGE } from './queryAlerts';
import { readAlertRows, StoredAlert } from './readAlertRows';

/** How bad it stands, the alert and the entity. */
const SortKey = z.tuple([z.int(), SortText, SortText]);

/** A page of the alerts of a query, the worst first. */
export async function listAlerts(
  db: Knex,
  alerts: Knex.QueryBuilder,
  options: {
    cursor?: string;
    filter: CoverageFilter;
    limit: number;
    visible: VisibleEntities;
    window: CoverageWindow;
  },
): Promise<{ items: AlertRow[]; nextCursor?: string; totalItems: number }> {
  const { cursor, filter, limit, window } = options;
  const list = ['alert-coverage', filter, window.days];
  const after = decodeCursor(list, SortKey, cursor);
  const asked = alerts.clone();
  applyFilter(asked, filter, window);
  const ranked = asked
    .clone()
    .select(
      'a.*',
      'e.owner_ref',
      db.raw(
        `case when ${IS_COVERED} = 1 then 2 when ${MAY_PAGE} then 0 else 1 end as rank`,
        [window.from, window.from],
      ),
    );
  const page = db
    .from(ranked.as('p'))
    .orderBy(['rank', 'alert', 'entity_ref'])
    .limit(limit + 1)
    .select('*');
  if (after) {
    page.whereRaw('(rank, alert, entity_ref) > (?, ?, ?)', after);
  }
  const [rows, [{ count }]]: [
    (StoredAlert & { rank: number | string })[],
    { count: number | string }[],
  ] = await Promise.all([page, asked.clone().count({ count: '*' })]);
  const { shown, next } = cutPage(rows, {
    limit,
    list,
    keyOf: row => [Number(row.rank), row.alert, row.entity_ref],
  });
  return {
    items: await readAlertRows(db, shown, options),
    ...next,
    totalItems: Number(count),
  };
}
