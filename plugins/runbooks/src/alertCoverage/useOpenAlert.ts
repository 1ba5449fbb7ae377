import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What is shown of an alert: the draft of its runbook with the permanent address, or that address alone. */
export type AlertView = 'write' | 'address';

const VIEWS: readonly AlertView[] = ['write', 'address'];

/** The alert on an entity that is open; it stands in the address, so that others can link to it. */
export interface OpenAlert {
  view: AlertView;
  alert: string;
  entityRef: string;
}

/** Which alert is open, if one is, and how to open and close one. */
export function useOpenAlert() {
  const [search, setSearch] = useSearchParams();
  const open = useCallback(
    ({ view, alert, entityRef }: OpenAlert) =>
      setSearch(current => {
        const next = new URLSearchParams(current);
        next.set(view, alert);
        next.set('on', entityRef);
        return next;
      }),
    [setSearch],
  );
  const close = useCallback(
    () =>
      setSearch(
        current => {
          const next = new URLSearchParams(current);
          [...VIEWS, 'on'].forEach(name => next.delete(name));
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return { openAlert: readOpenAlert(search), open, close };
}

function readOpenAlert(search: URLSearchParams): OpenAlert | null {
  const entityRef = search.get('on');
  const view = VIEWS.find(name => search.has(name));
  return view && entityRef
    ? { view, alert: search.get(view)!, entityRef }
    : null;
}
