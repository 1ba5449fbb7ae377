import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

const PARAM = 'check';

/** Which checks are opened, kept in the URL so that a link shows what its sender saw. */
export function useOpenChecks(): {
  isOpen: (key: string) => boolean;
  toggle: (key: string) => void;
} {
  const [searchParams, setSearchParams] = useSearchParams();
  const open = useMemo(
    () => new Set(searchParams.getAll(PARAM)),
    [searchParams],
  );
  const toggle = useCallback(
    (key: string) =>
      setSearchParams(
        current => {
          const next = new URLSearchParams(current);
          const keys = next.getAll(PARAM);
          next.delete(PARAM);
          const others = keys.filter(candidate => candidate !== key);
          const toggled = others.length < keys.length ? others : [...keys, key];
          toggled.forEach(candidate => next.append(PARAM, candidate));
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearchParams],
  );
  return { isOpen: key => open.has(key), toggle };
}
