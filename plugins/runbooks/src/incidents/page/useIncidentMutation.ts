import { useMutation } from '@tanstack/react-query';
import { RunbooksApi } from '../../api';
import { queryKeys } from '../../api/queries';
import { useRunbooksApi } from '../../api/useRunbooksQuery';

/** Changes something of an incident; what its page and the lists show is read anew afterwards. */
export function useIncidentMutation<T>(
  incidentId: string,
  change: (api: RunbooksApi, value: T) => Promise<void>,
) {
  const { api, queryClient } = useRunbooksApi();
  return useMutation(
    {
      mutationFn: (value: T) => change(api, value),
      onSuccess: () =>
        Promise.all([
          queryClient.invalidateQueries({
            queryKey: queryKeys.incident(incidentId),
          }),
          queryClient.invalidateQueries({ queryKey: ['incidents'] }),
          queryClient.invalidateQueries({ queryKey: ['team'] }),
        ]),
    },
    queryClient,
  );
}
