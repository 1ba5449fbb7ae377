import { FilterPredicate } from '@backstage/filter-predicates';

/** The kinds that a filter asks for in so many words, in lower case; undefined when it may match any. */
export function readKinds(
  filter: FilterPredicate | undefined,
): string[] | undefined {
  if (typeof filter !== 'object' || !('kind' in filter)) {
    return undefined;
  }
  const { kind } = filter as Record<string, unknown>;
  const kinds =
    typeof kind === 'object' && kind !== null && '$in' in kind
      ? kind.$in
      : [kind];
  return Array.isArray(kinds) && kinds.every(item => typeof item === 'string')
    ? kinds.map(item => item.toLocaleLowerCase('en-US'))
    : undefined;
}
