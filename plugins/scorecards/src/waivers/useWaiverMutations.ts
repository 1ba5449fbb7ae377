import { useMutation } from '@tanstack/react-query';
import { queryKeys } from '../api/queries';
import { useScorecardsApi } from '../api/useScorecardsQuery';

/** Asking for a waiver and deciding on one. What the entity's screens show is read anew afterwards. */
export function useWaiverMutations(entityRef: string) {
  const { api, queryClient } = useScorecardsApi();
  const refresh = () =>
    queryClient.invalidateQueries({ queryKey: queryKeys.entity(entityRef) });
  const request = useMutation(
    {
      mutationFn: (waiver: {
        scorecardRef: string;
        checkId: string;
        reason: string;
        expiresAt: string;
      }) => api.requestWaiver({ ...waiver, entityRef }),
      onSuccess: refresh,
    },
    queryClient,
  );
  const decide = useMutation(
    {
      mutationFn: (decision: {
        id: string;
        decision: 'approve' | 'reject' | 'withdraw';
        reason?: string;
      }) => {
        const { id, ...body } = decision;
        return api.decideWaiver(id, body);
      },
      onSuccess: refresh,
    },
    queryClient,
  );
  return { request, decide };
}
