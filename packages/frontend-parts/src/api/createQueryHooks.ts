import { ApiRef, useApi } from '@backstage/core-plugin-api';
import {
  hashKey,
  QueryClient,
  QueryKey,
  useQuery,
  UseQueryResult,
} from '@tanstack/react-query';
import { createQueryClient } from './createQueryClient';

/** What is read of an API, and how long the answer holds. @public */
export interface ApiQueryOptions<TApi, T> {
  queryKey: QueryKey;
  queryFn: (api: TApi) => Promise<T>;
  enabled?: boolean;
  staleTime?: number;
  /**
   * Shows the data of the previous key while the next is loading, if as many parts of the two keys, counted from the
   * first, are the same: another window of an entity may stand in for the next, another entity may not.
   */
  keepPrevious?: number;
  /** Milliseconds until the next request, by the data of the last; false for none. */
  refetchInterval?: (data: T | undefined) => number | false;
}

/** Reads an API of a plugin. @public */
export interface QueryHooks<TApi> {
  /** The API with the query client that all screens of the plugin share. */
  useQueriedApi(): { api: TApi; queryClient: QueryClient };
  /** Reads through the shared query client: the same key is asked for once a page. */
  useApiQuery<T>(options: ApiQueryOptions<TApi, T>): UseQueryResult<T>;
}

/**
 * Makes the hooks that read an API.
 *
 * The API has one query client for all screens of its plugin, wherever on a page they are mounted, so that what two
 * cards ask for is asked once. It needs no provider, which entity cards and widgets have no common place for.
 *
 * @public
 */
export function createQueryHooks<TApi extends object>(
  apiRef: ApiRef<TApi>,
): QueryHooks<TApi> {
  const clients = new WeakMap<TApi, QueryClient>();

  function queryClientOf(api: TApi): QueryClient {
    let client = clients.get(api);
    if (!client) {
      client = createQueryClient();
      clients.set(api, client);
    }
    return client;
  }

  function useQueriedApi() {
    const api = useApi(apiRef);
    return { api, queryClient: queryClientOf(api) };
  }

  function useApiQuery<T>(options: ApiQueryOptions<TApi, T>) {
    const { queryKey, keepPrevious = 0 } = options;
    const { api, queryClient } = useQueriedApi();
    return useQuery<T>(
      {
        queryKey,
        // The signal is left alone: whoever takes it has the request cancelled when a table mounts its rows anew.
        queryFn: () => options.queryFn(api),
        enabled: options.enabled,
        ...(options.staleTime !== undefined && {
          staleTime: options.staleTime,
        }),
        refetchInterval: query =>
          options.refetchInterval?.(query.state.data) ?? false,
        ...(keepPrevious > 0 && {
          placeholderData: (data: unknown, previous?: { queryKey: QueryKey }) =>
            startsAlike(queryKey, previous?.queryKey ?? [], keepPrevious)
              ? (data as never)
              : undefined,
        }),
      },
      queryClient,
    );
  }

  return { useQueriedApi, useApiQuery };
}

function startsAlike(a: QueryKey, b: QueryKey, parts: number): boolean {
  return hashKey(a.slice(0, parts)) === hashKey(b.slice(0, parts));
}
