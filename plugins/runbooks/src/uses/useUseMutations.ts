import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import {
  FinishUse,
  RunbookUse,
} from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { useMutation } from '@tanstack/react-query';
import { queryKeys } from '../api/queries';
import { useRunbooksApi } from '../api/useRunbooksQuery';
import { runbooksTranslationRef } from '../translation';

/** Finishes a use, and keeps links of runs that were started elsewhere. */
export function useUseMutations(use: RunbookUse) {
  const { api, queryClient } = useRunbooksApi();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const alertApi = useApi(alertApiRef);
  const queryKey = queryKeys.use(use.id);

  const finish = useMutation(
    {
      mutationFn: (outcome: FinishUse) => api.finishUse(use.id, outcome),
      onSuccess: finished => {
        queryClient.setQueryData(queryKey, finished);
        // What hangs on it: a use that helped verifies the runbook, and nothing is under way any more.
        for (const key of ['uses', 'runbook', 'runbooks', 'entity', 'firing']) {
          queryClient.invalidateQueries({ queryKey: [key] });
        }
        alertApi.post({
          message: t('uses.finish.done'),
          severity: 'success',
          display: 'transient',
        });
      },
    },
    queryClient,
  );

  const keepLink = useMutation(
    {
      mutationFn: (link: { url: string; title?: string }) =>
        api.changeUse(use.id, { link }),
      onSuccess: changed => {
        queryClient.setQueryData(queryKey, changed);
      },
    },
    queryClient,
  );

  return { finish, keepLink };
}
