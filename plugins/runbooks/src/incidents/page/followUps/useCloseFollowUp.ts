import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { IncidentDetail } from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { useMutation } from '@tanstack/react-query';
import { queryKeys } from '../../../api/queries';
import { useRunbooksApi } from '../../../api/useRunbooksQuery';
import { runbooksTranslationRef } from '../../../translation';

/** Ticks a follow-up as done, or takes that back. It shows at once, and is as before, with a message, on failure. */
export function useCloseFollowUp(incidentId: string) {
  const { api, queryClient } = useRunbooksApi();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const alertApi = useApi(alertApiRef);
  const queryKey = queryKeys.incident(incidentId);
  return useMutation(
    {
      mutationFn: (tick: { followUpId: string; isClosed: boolean }) =>
        api.changeFollowUp(incidentId, tick.followUpId, {
          closed: tick.isClosed,
        }),
      onMutate: async tick => {
        await queryClient.cancelQueries({ queryKey });
        const before = queryClient.getQueryData<IncidentDetail>(queryKey);
        queryClient.setQueryData<IncidentDetail>(
          queryKey,
          incident =>
            incident && {
              ...incident,
              followUps: incident.followUps.map(followUp =>
                followUp.id === tick.followUpId
                  ? {
                      ...followUp,
                      closedAt: tick.isClosed
                        ? new Date().toISOString()
                        : undefined,
                    }
                  : followUp,
              ),
            },
        );
        return before;
      },
      onError: (error, _tick, before) => {
        queryClient.setQueryData(queryKey, before);
        alertApi.post({
          message: t('incidents.followUps.failed', { message: error.message }),
          severity: 'error',
        });
      },
      onSettled: () => queryClient.invalidateQueries({ queryKey }),
    },
    queryClient,
  );
}
