import { createQueryHooks } from '@fairlead/frontend-parts';
import {
  InfiniteData,
  useInfiniteQuery,
  UseInfiniteQueryResult,
} from '@tanstack/react-query';
import { DeliveryApi, deliveryApiRef } from './DeliveryApi';

export const { useQueriedApi: useDeliveryApi, useApiQuery: useDeliveryQuery } =
  createQueryHooks(deliveryApiRef);

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
