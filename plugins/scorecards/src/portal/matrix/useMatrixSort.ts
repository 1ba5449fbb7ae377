import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

const PARAM = 'sort';

/** A column that the matrix can be sorted by, as the API names it. */
export type SortColumn =
  | 'name'
  | 'owner'
  | 'level'
  | 'score'
  | `check:${string}`;

/** What the matrix is sorted by. */
export interface MatrixSort {
  /** The column as the API names it. */
  column: string;
  direction: 'ascending' | 'descending';
}

/** The sorting of the matrix, kept in the address; without any, the worst come first. */
export function useMatrixSort() {
  const [search, setSearch] = useSearchParams();
  const value = search.get(PARAM) ?? undefined;
  const sort: MatrixSort = {
    column: value?.replace(/^-/, '') ?? 'level',
    direction: value?.startsWith('-') ? 'descending' : 'ascending',
  };
  /** Sorts by a column, then the other way round, then not any more. */
  const sortBy = useCallback(
    (column: SortColumn) =>
      setSearch(
        current => {
          const result = new URLSearchParams(current);
          const next = nextSort(column, result.get(PARAM));
          if (next) {
            result.set(PARAM, next);
          } else {
            result.delete(PARAM);
          }
          return result;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return { value, sort, sortBy };
}

/** That the worst come first is by level already, so selecting that column turns it round at once. */
function nextSort(column: SortColumn, current: string | null) {
  if (current === `-${column}`) {
    return undefined;
  }
  return current === column || (column === 'level' && current === null)
    ? `-${column}`
    : column;
}
