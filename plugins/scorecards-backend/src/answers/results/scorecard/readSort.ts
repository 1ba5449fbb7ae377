/** `level`, `name`, `owner`, `score` or `check:<id>`; led by `-` the other way round. */
const SORT = /^(-?)(?:(level|name|owner|score)|check:(.+))$/;

/** What entities are ordered by. */
export interface EntitiesSort {
  by: 'level' | 'name' | 'owner' | 'score' | 'check';
  /** Set for `check`. */
  check?: string;
  isReversed: boolean;
}

/** Reads a `sort`; by level when there is none. What is none does not pass the schema of the route. */
export function readSort(text = 'level'): EntitiesSort {
  const [, minus, by, check] = SORT.exec(text) ?? [];
  return {
    by: (by as EntitiesSort['by'] | undefined) ?? 'check',
    check,
    isReversed: minus === '-',
  };
}
