import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { Visibility } from './Visibility';

/** Restricts a query of `entities as e` to those that the caller may read. */
export function restrictToVisible(
  query: Knex.QueryBuilder,
  visibility: Visibility,
): void {
  if (visibility === 'all') {
    return;
  }
  if ('uids' in visibility) {
    whereOneOf(query, 'e.uid', visibility.uids);
  } else {
    whereOneOf(query, 'e.entity_ref', visibility.refs);
  }
}
