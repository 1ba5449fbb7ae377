import { useMemo } from 'react';
import { useRunbooks } from '../api/queries';
import { LISTED_AT_ONCE, listOf, ListSkeleton } from '../listTable';
import { Loaded } from '../states';
import { NoRunbooks } from './NoRunbooks';
import { RegistryFilters } from './RegistryFilters';
import { RegistrySentence } from './RegistrySentence';
import { RunbookList } from './RunbookList';
import { useRegistryFilters } from './useRegistryFilters';

/** All runbooks that the reader may see, and which of them would fail. */
export function RegistryPage() {
  const { filters, choose, clear, isFiltered } = useRegistryFilters();
  const query = useRunbooks({
    ...filters,
    order: 'health',
    limit: LISTED_AT_ONCE,
  });
  const data = useMemo(
    () => (query.data ? listOf(query.data) : undefined),
    [query.data],
  );
  return (
    <Loaded query={{ ...query, data }} skeleton={<ListSkeleton />}>
      {({ first, items }) =>
        first.totalItems === 0 && !isFiltered ? (
          <NoRunbooks />
        ) : (
          <>
            <RegistrySentence page={first} onChoose={choose} />
            <RegistryFilters
              filters={filters}
              onChoose={choose}
              onClear={clear}
            />
            <RunbookList
              runbooks={items}
              totalItems={first.totalItems}
              query={query}
              onClear={clear}
            />
          </>
        )
      }
    </Loaded>
  );
}
