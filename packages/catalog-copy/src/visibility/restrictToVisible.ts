import { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { TermCondition, VisibleEntities } from './Visibility';

/** Restricts a query of `entities as e` to those that the caller may read. */
export function restrictToVisible(
  query: Knex.QueryBuilder,
  visible: VisibleEntities,
): void {
  if (visible === 'all') {
    return;
  }
  if ('conditions' in visible) {
    query.where(inner => applyConditions(inner, visible.conditions));
  } else if ('uids' in visible) {
    whereUidOneOf(query, visible.uids);
  } else {
    whereOneOf(query, 'e.entity_ref', visible.refs);
  }
}

/** From so many on, most entities are among them: each row is then looked up in the set, not the set in an index. */
const LONG_LIST = 1_000;

function whereUidOneOf(
  query: Knex.QueryBuilder,
  uids: readonly string[],
): void {
  if (uids.length >= LONG_LIST && query.client.dialect === 'postgresql') {
    // An expression has no index, by which PostgreSQL would read all of them before it makes a page.
    query.whereRaw("e.uid || '' = any(?::text[])", [[...uids]]);
  } else {
    whereOneOf(query, 'e.uid', uids);
  }
}

function applyConditions(
  query: Knex.QueryBuilder,
  conditions: PermissionCriteria<TermCondition>,
): void {
  if (isAndCriteria(conditions)) {
    for (const part of conditions.allOf) {
      query.andWhere(inner => applyConditions(inner, part));
    }
  } else if (isOrCriteria(conditions)) {
    const parts = conditions.anyOf;
    if (parts.every(isTerm)) {
      query.whereIn('e.entity_ref', anyOfTerms => unite(anyOfTerms, parts));
    } else {
      for (const part of parts) {
        query.orWhere(inner => applyConditions(inner, part));
      }
    }
  } else if (isNotCriteria(conditions)) {
    query.whereNot(inner => applyConditions(inner, conditions.not));
  } else if (isKind(conditions)) {
    whereOneOf(query, 'e.kind', conditions.values ?? []);
  } else {
    query.whereExists(terms => applyTerm(terms, conditions));
  }
}

function isTerm(
  conditions: PermissionCriteria<TermCondition>,
): conditions is TermCondition {
  return 'key' in conditions;
}

function isKind({ key }: TermCondition): boolean {
  return key === 'kind';
}

/** One list of refs, of which PostgreSQL knows the length: of alternatives it takes half of all rows to fulfil one. */
function unite(
  query: Knex.QueryBuilder,
  [first, ...others]: readonly TermCondition[],
): void {
  selectRefs(query, first);
  for (const other of others) {
    query.unionAll(under => selectRefs(under, other));
  }
}

function selectRefs(query: Knex.QueryBuilder, condition: TermCondition): void {
  if (isKind(condition)) {
    query.select('k.entity_ref').from('entities as k');
    whereOneOf(query, 'k.kind', condition.values ?? []);
  } else {
    query.select('t.entity_ref').from('entity_terms as t');
    whereTerm(query, condition);
  }
}

function applyTerm(terms: Knex.QueryBuilder, condition: TermCondition): void {
  terms
    .select('t.entity_ref')
    .from('entity_terms as t')
    .whereRaw('t.entity_ref = e.entity_ref');
  whereTerm(terms, condition);
}

function whereTerm(
  terms: Knex.QueryBuilder,
  { key, values }: TermCondition,
): void {
  terms.where('t.key', key);
  if (values) {
    whereOneOf(terms, 't.value', values);
  }
}
