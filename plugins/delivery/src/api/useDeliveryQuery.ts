import { useApi } from '@backstage/core-plugin-api';
import {
  hashKey,
  InfiniteData,
  QueryClient,
  QueryKey,
  useInfiniteQuery,
  UseInfiniteQueryResult,
  useQuery,
  UseQueryResult,
} from '@tanstack/react-query';
import { DeliveryApi, deliveryApiRef } from './DeliveryApi';
import { queryClientOf } from './queryClient';

/** The API with the query client that all screens share. */
export function useDeliveryApi(): {
  api: DeliveryApi;
  queryClient: QueryClient;
} {
  const api = useApi(deliveryApiRef);
  return { api, queryClient: queryClientOf(api) };
}

/** Reads through the shared query client: the same key is asked for once a page. */
export function useDeliveryQuery<T>(options: {
  queryKey: readonly unknown[];
  queryFn: (api: DeliveryApi) => Promise<T>;
  enabled?: boolean;
  staleTime?: number;
  /**
   * Shows the data of the previous key while the next is loading, if as many parts of the two keys, counted from the
   * first, are the same: another window of an entity may stand in for the next, another entity may not.
   */
  keepPrevious?: number;
  /** Milliseconds until the next request, by the data of the last; false for none. */
  refetchInterval?: (data: T | undefined) => number | false;
}): UseQueryResult<T> {
  const { api, queryClient } = useDeliveryApi();
  return useQuery<T>(
    {
      queryKey: options.queryKey,
      queryFn: () => options.queryFn(api),
      enabled: options.enabled,
      ...(options.staleTime !== undefined && { staleTime: options.staleTime }),
      refetchInterval: query =>
        options.refetchInterval?.(query.state.data) ?? false,
      ...(options.keepPrevious && {
        placeholderData: (data: unknown, previous?: { queryKey: QueryKey }) =>
          startsAlike(
            options.queryKey,
            previous?.queryKey ?? [],
            options.keepPrevious ?? 0,
          )
            ? (data as never)
            : undefined,
      }),
    },
    queryClient,
  );
}

/** Reads a list page by page through the shared query client. */
export function useDeliveryPages<T extends { nextCursor?: string }>(options: {
  queryKey: readonly unknown[];
  queryFn: (api: DeliveryApi, cursor?: string) => Promise<T>;
}): UseInfiniteQueryResult<InfiniteData<T>> {
  const { api, queryClient } = useDeliveryApi();
  return useInfiniteQuery(
    {
      queryKey: options.queryKey,
      queryFn: ({ pageParam }) => options.queryFn(api, pageParam),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: page => page.nextCursor,
    },
    queryClient,
  );
}

function startsAlike(a: QueryKey, b: QueryKey, parts: number): boolean {
  return hashKey(a.slice(0, parts)) === hashKey(b.slice(0, parts));
}
