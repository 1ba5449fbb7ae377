import { useApi } from '@backstage/core-plugin-api';
import { QueryClient, useQuery, UseQueryResult } from '@tanstack/react-query';
import { ScorecardsApi, scorecardsApiRef } from './ScorecardsApi';
import { queryClientOf } from './queryClient';

/** The API with the query client that all screens share. */
export function useScorecardsApi(): {
  api: ScorecardsApi;
  queryClient: QueryClient;
} {
  const api = useApi(scorecardsApiRef);
  return { api, queryClient: queryClientOf(api) };
}

/** Reads through the shared query client: the same key is asked for once a page. */
export function useScorecardsQuery<T>(options: {
  queryKey: readonly unknown[];
  queryFn: (api: ScorecardsApi) => Promise<T>;
  enabled?: boolean;
  staleTime?: number;
  /** Shows the data of the previous key while the next is loading. */
  keepPrevious?: boolean;
  /** Milliseconds until the next request, by the data of the last; false for none. */
  refetchInterval?: (data: T | undefined) => number | false;
}): UseQueryResult<T> {
  const { api, queryClient } = useScorecardsApi();
  return useQuery<T>(
    {
      queryKey: options.queryKey,
      // The signal is left alone: whoever takes it has the request cancelled when a table mounts its rows anew.
      queryFn: () => options.queryFn(api),
      enabled: options.enabled,
      ...(options.staleTime !== undefined && { staleTime: options.staleTime }),
      refetchInterval: query =>
        options.refetchInterval?.(query.state.data) ?? false,
      ...(options.keepPrevious && {
        placeholderData: (previous: unknown) => previous as never,
      }),
    },
    queryClient,
  );
}
