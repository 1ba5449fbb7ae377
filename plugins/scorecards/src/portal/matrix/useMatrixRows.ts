import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queryKeys } from '../../api/queries';
import { useLiveResults } from '../../api/useLiveResults';
import { useScorecardsApi } from '../../api/useScorecardsQuery';
import { MatrixFilters } from './filters/matrixFilters';

const PAGE_SIZE = 100;
const NO_CHECKS: readonly string[] = [];

/** The entities of a scorecard, worst first unless sorted otherwise, page after page. */
export function useMatrixRows(
  scorecardRef: string,
  filters: MatrixFilters,
  sort: string | undefined,
) {
  const { api, queryClient } = useScorecardsApi();
  const interval = useLiveResults(queryKeys.scorecard(scorecardRef));
  const query = useInfiniteQuery(
    {
      queryKey: [
        ...queryKeys.entities(scorecardRef, { ...filters, sort }),
        'pages',
      ],
      queryFn: ({ pageParam }) =>
        api.listScorecardEntities(scorecardRef, {
          ...filters,
          sort,
          limit: PAGE_SIZE,
          cursor: pageParam,
        }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: page => page.nextCursor,
      placeholderData: previous => previous,
      // What was scrolled through stays as it is.
      refetchInterval: ({ state }) =>
        (state.data?.pages.length ?? 0) > 1 ? false : interval,
    },
    queryClient,
  );
  const pages = query.data?.pages;
  const rows = useMemo(() => pages?.flatMap(page => page.items) ?? [], [pages]);
  return {
    query,
    rows,
    checkIds: pages?.[0].checkIds ?? NO_CHECKS,
    totalItems: pages?.[0].totalItems ?? 0,
  };
}
