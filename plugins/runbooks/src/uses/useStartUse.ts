import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { StartUse } from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import { queryKeys } from '../api/queries';
import { useRunbooksApi } from '../api/useRunbooksQuery';
import { usePageLinks } from '../links';
import { runbooksTranslationRef } from '../translation';

/** Starts a use of a runbook and opens it as a checklist. */
export function useStartUse() {
  const { api, queryClient } = useRunbooksApi();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const alertApi = useApi(alertApiRef);
  const links = usePageLinks();
  const navigate = useNavigate();
  return useMutation(
    {
      mutationFn: (start: StartUse) => api.startUse(start),
      onSuccess: (use, start) => {
        queryClient.setQueryData(queryKeys.use(use.id), use);
        queryClient.invalidateQueries({ queryKey: ['uses'] });
        queryClient.invalidateQueries({ queryKey: ['entity'] });
        queryClient.invalidateQueries({ queryKey: ['firing'] });
        navigate(
          links.runbook(start.runbook, {
            alert: use.alert,
            entity: use.entityRef,
            use: use.id,
          }),
        );
      },
      onError: error => {
        alertApi.post({
          message: t('uses.startFailed', { message: error.message }),
          severity: 'error',
        });
      },
    },
    queryClient,
  );
}
