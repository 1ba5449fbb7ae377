import { CoverageAnswer } from '@fairlead/backstage-plugin-runbooks-common';
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
          isNothingKnown(first) && !isFiltered ? (
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
              {(isFiltered || first.totalItems > 0) && (
                <AlertList
                  alerts={items}
                  totalItems={first.totalItems}
                  query={query}
                  onClear={clear}
                  onOpen={open}
                />
              )}
            </>
          )
        }
      </Loaded>
      {openAlert && <AlertDialog {...openAlert} onClose={close} />}
    </>
  );
}

function isNothingKnown({ totalItems, coverage }: CoverageAnswer): boolean {
  return totalItems + coverage.fired + coverage.silent.fired === 0;
}
