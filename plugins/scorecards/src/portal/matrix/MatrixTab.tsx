import { ScorecardSummary } from '@fairlead/backstage-plugin-scorecards-common';
import { useMemo } from 'react';
import { ErrorPanel } from '../../states';
import { MatrixFilterBar } from './filters/MatrixFilterBar';
import { NO_FILTERS } from './filters/matrixFilters';
import { useMatrixFilters } from './filters/useMatrixFilters';
import { MatrixGrid } from './grid/MatrixGrid';
import { MatrixSkeleton } from './grid/MatrixSkeleton';
import { orderColumns } from './grid/orderColumns';
import { MatrixToolbar } from './MatrixToolbar';
import { NoMatches } from './NoMatches';
import { CheckPanel } from './panel/CheckPanel';
import { useFailingByCheck } from './useFailingByCheck';
import { useMatrixRows } from './useMatrixRows';
import { useOpenCell } from './useOpenCell';

/** Entities against checks, failures first both ways. */
export function MatrixTab(props: { scorecard: ScorecardSummary }) {
  const { scorecard } = props;
  const { filters, setFilters } = useMatrixFilters();
  const { cell, open, close } = useOpenCell();
  const { query, rows, checkIds, totalItems } = useMatrixRows(
    scorecard.scorecardRef,
    filters,
  );
  const { failingByCheck, isPending } = useFailingByCheck(
    scorecard.scorecardRef,
  );
  const groups = useMemo(
    () => orderColumns({ scorecard, checkIds, failingByCheck, rows }),
    [scorecard, checkIds, failingByCheck, rows],
  );

  return (
    <>
      <MatrixFilterBar
        scorecard={scorecard}
        filters={filters}
        onChange={setFilters}
      />
      <MatrixToolbar
        scorecardRef={scorecard.scorecardRef}
        filters={filters}
        totalItems={query.data && totalItems}
      />
      {content()}
      <CheckPanel
        scorecardRef={scorecard.scorecardRef}
        cell={cell}
        onClose={close}
      />
    </>
  );

  function content() {
    if (query.error && rows.length === 0) {
      return <ErrorPanel error={query.error} onRetry={() => query.refetch()} />;
    }
    if (!query.data || isPending) {
      return <MatrixSkeleton />;
    }
    if (rows.length === 0) {
      return (
        <NoMatches
          isFiltered={Object.keys(filters).length > 0}
          onClear={() => setFilters(NO_FILTERS)}
        />
      );
    }
    return (
      <MatrixGrid
        scorecard={scorecard}
        groups={groups}
        rows={rows}
        totalItems={totalItems}
        isStale={query.isPlaceholderData}
        more={{
          has: query.hasNextPage,
          isLoading: query.isFetchingNextPage,
          hasFailed: query.isFetchNextPageError,
          load: query.fetchNextPage,
        }}
        failedCheck={filters.status === 'fail' ? filters.check : undefined}
        onFilterCheck={check =>
          setFilters({ check, status: check ? 'fail' : undefined })
        }
        onOpen={open}
      />
    );
  }
}
