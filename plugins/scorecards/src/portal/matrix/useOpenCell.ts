import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** One check of one entity. */
export interface OpenCell {
  entityRef: string;
  checkId: string;
}

/** The cell whose panel is open, kept in the address so that a link leads to it. */
export function useOpenCell() {
  const [search, setSearch] = useSearchParams();
  const entityRef = search.get('entity');
  const checkId = search.get('open');

  const open = useCallback(
    (cell: OpenCell) =>
      setSearch(
        current => {
          const next = new URLSearchParams(current);
          next.set('entity', cell.entityRef);
          next.set('open', cell.checkId);
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  const close = useCallback(
    () =>
      setSearch(
        current => {
          const next = new URLSearchParams(current);
          next.delete('entity');
          next.delete('open');
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return {
    cell: entityRef && checkId ? { entityRef, checkId } : undefined,
    open,
    close,
  };
}
