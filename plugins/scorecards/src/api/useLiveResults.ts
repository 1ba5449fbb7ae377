import { useSignal } from '@backstage/plugin-signals-react';
import {
  RESULTS_SIGNAL_CHANNEL,
  ResultsSignal,
} from '@fairlead/backstage-plugin-scorecards-common';
import { hashKey, QueryKey } from '@tanstack/react-query';
import { useEffect } from 'react';
import { refreshQueries } from './refreshQueries';
import { useScorecardsApi } from './useScorecardsQuery';

/** How often an open and visible page asks again where nothing tells of changes. */
const POLL_MS = 60_000;

/** The same where signals do, for those that got lost. */
const SLOW_POLL_MS = 300_000;

/** What many entities are summed up in changes all the time: it is read again no more often than this. */
const SUMS_AT_MOST_EVERY = 30_000;

/**
 * Keeps what is read under a key, and under keys that begin with it, up to date while it is shown: signals tell what
 * changed where the portal has them, else it is asked for now and then. Answers how often to ask, in milliseconds.
 */
export function useLiveResults(
  queryKey: QueryKey,
  options: {
    /** Of the entity whose results are shown; left out where those of many are. */
    entityUid?: string;
  } = {},
): number {
  const { queryClient } = useScorecardsApi();
  const { lastSignal, isSignalsAvailable } = useSignal<ResultsSignal>(
    RESULTS_SIGNAL_CHANNEL,
  );
  const { entityUid } = options;
  const hash = hashKey(queryKey);

  useEffect(() => {
    const uids = lastSignal?.entityUids;
    if (
      lastSignal &&
      (!uids || entityUid === undefined || uids.includes(entityUid))
    ) {
      refreshQueries(queryClient, JSON.parse(hash), {
        atMostEvery: entityUid === undefined ? SUMS_AT_MOST_EVERY : 0,
      });
    }
  }, [entityUid, hash, lastSignal, queryClient]);

  return isSignalsAvailable ? SLOW_POLL_MS : POLL_MS;
}
