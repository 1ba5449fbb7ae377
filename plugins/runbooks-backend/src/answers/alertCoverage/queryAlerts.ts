import { CoverageWindow } from '@fairlead/backstage-plugin-runbooks-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import { restrictToVisible, VisibleEntities } from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { whereRunbookVisible } from '../../catalog/visibility';
import { CoverageFilter } from './CoverageAnswers';

/** Whose alerts are asked for, with the teams below. */
export interface AlertScope {
  owners?: readonly string[];
  entity?: string;
}

/** A runbook that is hidden from the caller covers nothing, as if it were not there. */
export const IS_COVERED = `case when r.resolves = 'ok' then 1 else 0 end`;

/** Times are compared with the start of the window, which is a binding of each of these. */
export const FIRED = 'a.fires_until >= ?';

/** Within the window; of one that is silent, when it fired last. */
export const MAY_PAGE =
  'a.may_page_until >= case when a.fires_until < ? then a.fires_until else ? end';

/** `alerts as a` of a scope, with their `entities as e` and the runbooks `r` of these, as far as the caller may read them. */
export function queryAlerts(
  db: Knex,
  scope: AlertScope,
  options: { visible: VisibleEntities },
): Knex.QueryBuilder {
  const { visible } = options;
  const query = db('alerts as a')
    .join('entities as e', 'e.entity_ref', 'a.entity_ref')
    .leftJoin(visibleRunbooks(db, visible), { 'r.id': 'a.runbook_id' });
  restrictToVisible(query, visible);
  if (scope.owners) {
    whereOneOf(query, 'e.owner_ref', scope.owners);
  }
  if (scope.entity) {
    query.where('a.entity_ref', scope.entity);
  }
  return query;
}

/** Leaves those that a filter lists. */
export function applyFilter(
  query: Knex.QueryBuilder,
  filter: Omit<CoverageFilter, 'owner' | 'entity'>,
  { from }: CoverageWindow,
): void {
  const { covered, mayPage, q, silent = false } = filter;
  query.whereRaw(silent ? `not (${FIRED})` : FIRED, [from]);
  if (covered !== undefined) {
    query.whereRaw(`${IS_COVERED} = ?`, [covered ? 1 : 0]);
  }
  if (mayPage !== undefined) {
    query.whereRaw(mayPage ? MAY_PAGE : `not (${MAY_PAGE})`, [from, from]);
  }
  if (q) {
    query.whereRaw(`lower(a.alert) like ? escape '!'`, [
      `%${q
        .toLocaleLowerCase('en-US')
        .replace(/[!%_]/g, match => `!${match}`)}%`,
    ]);
  }
}

/** The bare table where nothing is hidden: databases take twice as long to plan a subquery. */
function visibleRunbooks(
  db: Knex,
  visible: VisibleEntities,
): Knex.QueryBuilder | string {
  if (visible === 'all') {
    return 'runbooks as r';
  }
  const runbooks = db('runbooks as r').select('r.id', 'r.resolves');
  whereRunbookVisible(runbooks, visible);
  return runbooks.as('r');
}
