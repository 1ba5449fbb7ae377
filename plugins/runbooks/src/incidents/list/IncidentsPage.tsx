import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import { useMemo } from 'react';
import { useIncidents } from '../../api/queries';
import { LISTED_AT_ONCE, listOf, ListSkeleton } from '../../listTable';
import { Loaded } from '../../states';
import { runbooksTranslationRef } from '../../translation';
import { IncidentFigures } from './IncidentFigures';
import { IncidentFilters } from './IncidentFilters';
import { IncidentList } from './IncidentList';
import { IncidentsSentence } from './IncidentsSentence';
import { StageMedians } from './StageMedians';
import { useIncidentFilters } from './useIncidentFilters';

/** Incidents, how long their stages take, and what is learned from them. */
export function IncidentsPage() {
  const { t } = useTranslationRef(runbooksTranslationRef);
  const {
    filters,
    query: which,
    days,
    set,
    choose,
    clear,
  } = useIncidentFilters();
  const query = useIncidents({ ...which, limit: LISTED_AT_ONCE });
  const data = useMemo(
    () => (query.data ? listOf(query.data) : undefined),
    [query.data],
  );
  return (
    <Loaded query={{ ...query, data }} skeleton={<ListSkeleton />}>
      {({ first, items }) => (
        <>
          <IncidentsSentence page={first} days={days} />
          {first.totalItems > 0 && (
            <>
              <StageMedians medians={first.medians} />
              <IncidentFigures page={first} />
            </>
          )}
          <IncidentFilters
            filters={filters}
            days={days}
            set={set}
            onChoose={choose}
            onClear={clear}
          />
          {first.totalItems === 0 && set === 0 ? (
            <EmptyPanel title={t('incidents.list.emptyTitle')}>
              {t('incidents.list.empty')}
            </EmptyPanel>
          ) : (
            <IncidentList
              incidents={items}
              totalItems={first.totalItems}
              query={query}
              onClear={clear}
            />
          )}
        </>
      )}
    </Loaded>
  );
}
