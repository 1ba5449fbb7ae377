import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { useMutation } from '@tanstack/react-query';
import { queryKeys } from '../api/queries';
import { useRunbooksApi } from '../api/useRunbooksQuery';
import { runbooksTranslationRef } from '../translation';

/** Says that the reader has read the runbook and that it holds. */
export function useVerify(id: string) {
  const { api, queryClient } = useRunbooksApi();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const alertApi = useApi(alertApiRef);
  return useMutation(
    {
      mutationFn: () => api.verifyRunbook(id),
      onSuccess: async () => {
        alertApi.post({
          message: t('reading.verified'),
          severity: 'success',
          display: 'transient',
        });
        for (const key of ['runbooks', 'entity', 'team']) {
          queryClient.invalidateQueries({ queryKey: [key] });
        }
        await queryClient.invalidateQueries({
          queryKey: queryKeys.runbook(id),
        });
      },
      onError: error => {
        alertApi.post({
          message: t('reading.verifyFailed', { message: error.message }),
          severity: 'error',
        });
      },
    },
    queryClient,
  );
}
