import { FactType } from '../facts';

export const LOGICAL_OPERATORS = ['$all', '$any', '$not'] as const;

/** The value operators of `@backstage/filter-predicates`. */
export const FILTER_OPERATORS = [
  '$exists',
  '$in',
  '$contains',
  '$hasPrefix',
] as const;

/** The value operators that rules have besides. */
export const RULE_OPERATORS = [
  '$eq',
  '$ne',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$matches',
  '$olderThan',
  '$newerThan',
] as const;

export type LogicalOperator = (typeof LOGICAL_OPERATORS)[number];
export type FilterOperator = (typeof FILTER_OPERATORS)[number];
export type ValueOperator = FilterOperator | (typeof RULE_OPERATORS)[number];

const VALUE_OPERATORS: ReadonlySet<string> = new Set([
  ...FILTER_OPERATORS,
  ...RULE_OPERATORS,
]);

export function isLogicalOperator(key: string): key is LogicalOperator {
  return (LOGICAL_OPERATORS as readonly string[]).includes(key);
}

export function isFilterOperator(key: string): key is FilterOperator {
  return (FILTER_OPERATORS as readonly string[]).includes(key);
}

export function isValueOperator(key: string): key is ValueOperator {
  return VALUE_OPERATORS.has(key);
}

const ORDER: ValueOperator[] = ['$gt', '$gte', '$lt', '$lte'];
const EQUALITY: ValueOperator[] = ['$eq', '$ne', '$in', '$exists'];

/** Which operators can ever be true or false for a fact of a type; the others are a mistake of the author. */
export const OPERATORS_BY_FACT_TYPE: Record<
  FactType,
  readonly ValueOperator[]
> = {
  boolean: EQUALITY,
  number: [...EQUALITY, ...ORDER],
  duration: [...EQUALITY, ...ORDER],
  string: [...EQUALITY, '$hasPrefix', '$matches'],
  'string[]': ['$contains', '$exists'],
  date: [...EQUALITY, ...ORDER, '$olderThan', '$newerThan'],
};
