import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import { useMemo } from 'react';
import { useCoverage } from '../api/queries';
import { LISTED_AT_ONCE, listOf, ListSkeleton } from '../listTable';
import { Loaded } from '../states';
import { runbooksTranslationRef } from '../translation';
import { AlertDialog } from './AlertDialog';
import { AlertList } from './AlertList';
import { CoverageFilters } from './CoverageFilters';
import { CoverageSentences } from './CoverageSentences';
import { useCoverageFilters } from './useCoverageFilters';
import { useOpenAlert } from './useOpenAlert';

/** Which alerts have a runbook, those without one and at night first. */
export function CoveragePage() {
  const { t } = useTranslationRef(runbooksTranslationRef);
  const {
    filters,
    query: which,
    choose,
    clear,
    isFiltered,
  } = useCoverageFilters();
  const { openAlert, open, close } = useOpenAlert();
  const query = useCoverage({ ...which, limit: LISTED_AT_ONCE });
  const data = useMemo(
    () => (query.data ? listOf(query.data) : undefined),
    [query.data],
  );
  return (
    <>
      <Loaded query={{ ...query, data }} skeleton={<ListSkeleton />}>
        {({ first, items }) =>
          first.totalItems === 0 && !isFiltered ? (
            <EmptyPanel title={t('coverage.emptyTitle')}>
              {t('coverage.empty')}
            </EmptyPanel>
          ) : (
            <>
              <CoverageSentences coverage={first.coverage} />
              <CoverageFilters
                filters={filters}
                onChoose={choose}
                onClear={clear}
              />
              <AlertList
                alerts={items}
                totalItems={first.totalItems}
                query={query}
                onClear={clear}
                onOpen={open}
              />
            </>
          )
        }
      </Loaded>
      {openAlert && <AlertDialog {...openAlert} onClose={close} />}
    </>
  );
}
