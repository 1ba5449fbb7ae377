import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** The lists of a source that open. */
export type SourcePart = 'quarantine' | 'unmatched';

/** Which list of which source is open, kept in the address so that it can be sent to others. */
export function useOpenPart(source: string) {
  const [search, setSearch] = useSearchParams();
  const [openSource, openPart] = (search.get('open') ?? '').split('/');
  const toggle = useCallback(
    (part: SourcePart) =>
      setSearch(
        current => {
          const next = new URLSearchParams(current);
          const place = `${source}/${part}`;
          if (next.get('open') === place) {
            next.delete('open');
          } else {
            next.set('open', place);
          }
          return next;
        },
        { replace: true },
      ),
    [setSearch, source],
  );
  return {
    open: openSource === source ? (openPart as SourcePart) : undefined,
    toggle,
  };
}
