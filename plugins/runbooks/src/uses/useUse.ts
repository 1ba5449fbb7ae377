import { useSignal } from '@backstage/plugin-signals-react';
import {
  RunbookUse,
  USES_SIGNAL_CHANNEL,
  UseSignal,
} from '@fairlead/backstage-plugin-runbooks-common';
import { useEffect } from 'react';
import { queryKeys } from '../api/queries';
import { useRunbooksApi, useRunbooksQuery } from '../api/useRunbooksQuery';

/** How often a use is asked for again where nothing tells of its changes. */
const POLL_MS = 4_000;

/** The same where signals do, for those that got lost. */
const SLOW_POLL_MS = 30_000;

/** A use, with what others tick within seconds: told by signals where the portal has them, else asked for. */
export function useUse(id: string | undefined) {
  const { queryClient } = useRunbooksApi();
  const { lastSignal, isSignalsAvailable } =
    useSignal<UseSignal>(USES_SIGNAL_CHANNEL);
  const query = useRunbooksQuery({
    queryKey: queryKeys.use(id ?? ''),
    queryFn: api => api.getUse(id ?? ''),
    enabled: id !== undefined,
    refetchInterval: use => {
      if (use?.finishedAt) {
        return false;
      }
      return isSignalsAvailable ? SLOW_POLL_MS : POLL_MS;
    },
  });

  useEffect(() => {
    const queryKey = queryKeys.use(id ?? '');
    const known = queryClient.getQueryData<RunbookUse>(queryKey);
    if (
      lastSignal?.useId === id &&
      lastSignal &&
      lastSignal.revision > (known?.revision ?? 0)
    ) {
      queryClient.invalidateQueries({ queryKey });
    }
  }, [id, lastSignal, queryClient]);

  return query;
}
