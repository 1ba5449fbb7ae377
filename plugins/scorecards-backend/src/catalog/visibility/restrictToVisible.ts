import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  ScorecardResultFilter,
  ScorecardResultResource,
} from '@fairlead/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { whereOneOf } from '@fairlead/bulk-sql';
import { restrictToVisible } from '@fairlead/catalog-copy';
import { Visibility } from './Visibility';

/** All but the owner of the scorecard, which stands in a row of its own. */
type Columns = Record<
  Exclude<keyof ScorecardResultResource, 'scorecardOwnerRef'>,
  string
>;

function columnsOf(results: string): Columns {
  return {
    scorecardRef: `${results}.scorecard_ref`,
    entityRef: `${results}.entity_ref`,
    kind: 'e.kind',
    ownerRef: 'e.owner_ref',
    systemRef: 'e.system_ref',
  };
}

/**
 * Restricts a query to what the caller may see. The query joins `entities as e` to a table with the columns
 * `scorecard_ref` and `entity_ref`, whose alias is `r` unless told.
 */
export function restrictToVisibleResults(
  query: Knex.QueryBuilder,
  visibility: Visibility,
  alias: string = 'r',
): void {
  const columns = columnsOf(alias);
  restrictToVisible(query, visibility.entities);
  if (visibility.scorecards !== 'all') {
    whereOneOf(query, columns.scorecardRef, visibility.scorecards);
  }
  const { results } = visibility;
  if (results !== 'all') {
    query.where(inner => applyCriteria(inner, results, columns));
  }
}

function applyCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<ScorecardResultFilter>,
  columns: Columns,
): void {
  if (isAndCriteria(criteria)) {
    for (const part of criteria.allOf) {
      query.andWhere(inner => applyCriteria(inner, part, columns));
    }
  } else if (isOrCriteria(criteria)) {
    for (const part of criteria.anyOf) {
      query.orWhere(inner => applyCriteria(inner, part, columns));
    }
  } else if (isNotCriteria(criteria)) {
    query.whereNot(inner => applyCriteria(inner, criteria.not, columns));
  } else if (criteria.property === 'scorecardOwnerRef') {
    const { values } = criteria;
    query.whereIn(columns.scorecardRef, owned => {
      owned.from('entities as owned').select('owned.entity_ref');
      whereOneOf(owned, 'owned.owner_ref', values);
    });
  } else {
    const column = columns[criteria.property];
    // Without the second part, SQL would make "not owned by a" unknown, and so false, for what nobody owns.
    whereOneOf(query, column, criteria.values);
    query.whereNotNull(column);
  }
}
