import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  MatrixFilters,
  readMatrixFilters,
  writeMatrixFilters,
} from './matrixFilters';

/** The filters of the matrix, kept in the address so that they survive a reload and can be sent to others. */
export function useMatrixFilters() {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => readMatrixFilters(search), [search]);
  const setFilters = useCallback(
    (change: MatrixFilters) =>
      setSearch(current => writeMatrixFilters(current, change), {
        replace: true,
      }),
    [setSearch],
  );
  return { filters, setFilters };
}
