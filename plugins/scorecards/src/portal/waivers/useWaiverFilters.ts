import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  readWaiverFilters,
  WaiverFilters,
  writeWaiverFilters,
} from './waiverFilters';

/** The filters of the list of waivers, kept in the address so that they survive a reload and can be sent to others. */
export function useWaiverFilters() {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => readWaiverFilters(search), [search]);
  const setFilters = useCallback(
    (change: WaiverFilters) =>
      setSearch(current => writeWaiverFilters(current, change), {
        replace: true,
      }),
    [setSearch],
  );
  return { filters, setFilters };
}
