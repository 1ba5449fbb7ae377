import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * The filters of a list, kept in the address so that they survive a reload and can be sent to others. Each name has the
 * values that it may have, or `true` where that is any text; others are left out.
 */
export function useFilters<TName extends string>(
  allowed: Record<TName, readonly string[] | true>,
) {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => {
    const result: { [name in TName]?: string } = {};
    for (const name of Object.keys(allowed) as TName[]) {
      const value = search.get(name);
      const values = allowed[name];
      if (value && (values === true || values.includes(value))) {
        result[name] = value;
      }
    }
    return result;
  }, [allowed, search]);
  const choose = useCallback(
    (change: { [name in TName]?: string }) =>
      setSearch(
        current => {
          const next = new URLSearchParams(current);
          for (const [name, value] of Object.entries<string | undefined>(
            change,
          )) {
            if (value) {
              next.set(name, value);
            } else {
              next.delete(name);
            }
          }
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  const clear = useCallback(
    () =>
      setSearch(
        current => {
          const next = new URLSearchParams(current);
          Object.keys(allowed).forEach(name => next.delete(name));
          return next;
        },
        { replace: true },
      ),
    [allowed, setSearch],
  );
  return {
    filters,
    choose,
    clear,
    isFiltered: Object.keys(filters).length > 0,
  };
}
