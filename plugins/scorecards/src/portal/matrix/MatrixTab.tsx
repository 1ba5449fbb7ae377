import { ScorecardSummary } from '@fairlead/backstage-plugin-scorecards-common';
import { makeStyles } from '@material-ui/core/styles';
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
import { useMatrixSort } from './useMatrixSort';
import { useOpenCell } from './useOpenCell';

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: theme.spacing(1, 2),
      marginBottom: theme.spacing(1),
    },
  }),
  { name: 'FairleadMatrixTab' },
);

/** Entities against checks, failures first both ways unless sorted otherwise. */
export function MatrixTab(props: { scorecard: ScorecardSummary }) {
  const { scorecard } = props;
  const classes = useStyles();
  const { filters, setFilters } = useMatrixFilters();
  const { value: sortValue, sort, sortBy } = useMatrixSort();
  const { cell, open, close } = useOpenCell();
  const { query, rows, checkIds, totalItems } = useMatrixRows(
    scorecard.scorecardRef,
    filters,
    sortValue,
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
      <div className={classes.bar}>
        <MatrixFilterBar
          scorecard={scorecard}
          filters={filters}
          onChange={setFilters}
        />
        <MatrixToolbar
          scorecardRef={scorecard.scorecardRef}
          filters={filters}
          sort={sortValue}
          totalItems={query.data && totalItems}
        />
      </div>
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
        sort={sort}
        onSort={sortBy}
        onOpen={open}
      />
    );
  }
}
