import {
  BackfillRequest,
  ReplayRequest,
} from '@fairlead/backstage-plugin-delivery-common';
import { useMutation } from '@tanstack/react-query';
import { queryKeys } from '../api/queries';
import { useDeliveryApi } from '../api/useDeliveryQuery';

/** Asks a source for its past. */
export function useStartBackfill() {
  const { api, queryClient } = useDeliveryApi();
  return useMutation(
    {
      mutationFn: (request: BackfillRequest) => api.startBackfill(request),
      onSettled: () =>
        queryClient.invalidateQueries({ queryKey: queryKeys.sources() }),
    },
    queryClient,
  );
}

/** Has deliveries that could not be read be read again. */
export function useReplay() {
  const { api, queryClient } = useDeliveryApi();
  return useMutation(
    {
      mutationFn: (request: ReplayRequest) => api.replayQuarantine(request),
      // Also invalidates the lists below the sources.
      onSettled: () =>
        queryClient.invalidateQueries({ queryKey: queryKeys.sources() }),
    },
    queryClient,
  );
}
