import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { RunbookUse } from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { useMutation } from '@tanstack/react-query';
import { queryKeys } from '../api/queries';
import { useRunbooksApi } from '../api/useRunbooksQuery';
import { runbooksTranslationRef } from '../translation';

/** One step, done or not. */
interface Tick {
  step: string;
  done: boolean;
}

/** Ticks the steps of a use. A tick shows at once, and is taken back with a message where it was not stored. */
export function useTicks(useId: string) {
  const { api, queryClient } = useRunbooksApi();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const alertApi = useApi(alertApiRef);
  const queryKey = queryKeys.use(useId);
  const mutationKey = ['tick', useId];

  function setDone({ step, done }: Tick) {
    queryClient.setQueryData<RunbookUse>(
      queryKey,
      use =>
        use && {
          ...use,
          steps: use.steps.map(one =>
            one.id === step
              ? { ...one, done, at: new Date().toISOString() }
              : one,
          ),
        },
    );
  }

  return useMutation(
    {
      mutationKey,
      mutationFn: (tick: Tick) => api.changeUse(useId, tick),
      onMutate: async tick => {
        // An answer that is on its way does not know of the tick yet.
        await queryClient.cancelQueries({ queryKey });
        setDone(tick);
      },
      onError: (error, tick) => {
        setDone({ ...tick, done: !tick.done });
        alertApi.post({
          message: t('uses.tickFailed', { message: error.message }),
          severity: 'error',
        });
      },
      onSuccess: use => {
        // With other ticks under way the answer is behind them; the last one settles it.
        if (queryClient.isMutating({ mutationKey }) === 1) {
          queryClient.setQueryData(queryKey, use);
        }
      },
      onSettled: () => {
        if (queryClient.isMutating({ mutationKey }) === 1) {
          queryClient.invalidateQueries({ queryKey });
        }
      },
    },
    queryClient,
  );
}
