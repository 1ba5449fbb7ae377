import { createQueryHooks } from '@fairlead/frontend-parts';
import {
  InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  UseInfiniteQueryResult,
} from '@tanstack/react-query';
import { RunbooksApi, runbooksApiRef } from './RunbooksApi';

export const { useQueriedApi: useRunbooksApi, useApiQuery: useRunbooksQuery } =
  createQueryHooks(runbooksApiRef);

/** Reads a list page by page through the shared query client. */
export function useRunbooksPages<T extends { nextCursor?: string }>(options: {
  queryKey: readonly unknown[];
  queryFn: (api: RunbooksApi, cursor?: string) => Promise<T>;
  /** Shows the list before while the next is loading, for filters of one and the same list. */
  keepPrevious?: boolean;
}): UseInfiniteQueryResult<InfiniteData<T>> {
  const { api, queryClient } = useRunbooksApi();
  return useInfiniteQuery(
    {
      queryKey: options.queryKey,
      queryFn: ({ pageParam }) => options.queryFn(api, pageParam),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: page => page.nextCursor,
      ...(options.keepPrevious && { placeholderData: keepPreviousData }),
    },
    queryClient,
  );
}
