import { useSearchParams } from 'react-router-dom';

const PARAMETER = 'version';

/** The version whose changes are open; it stands in the address, so that a link shows others what one sees. */
export function useOpenVersion() {
  const [search, setSearch] = useSearchParams();
  const version = Number(search.get(PARAMETER));
  return {
    version: Number.isInteger(version) && version > 0 ? version : undefined,
    open(next: number | undefined) {
      setSearch(
        previous => {
          const changed = new URLSearchParams(previous);
          if (next === undefined) {
            changed.delete(PARAMETER);
          } else {
            changed.set(PARAMETER, String(next));
          }
          return changed;
        },
        { replace: next === undefined },
      );
    },
  };
}
