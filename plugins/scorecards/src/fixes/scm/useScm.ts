import { useApiHolder } from '@backstage/core-plugin-api';
import { useMemo } from 'react';
import { ScorecardsScmApi, scorecardsScmApiRef } from './ScorecardsScmApi';

/** The hosts of source code; undefined in an app that knows none, or has no login for them. */
export function useScm(): ScorecardsScmApi | undefined {
  const apis = useApiHolder();
  return useMemo(() => {
    try {
      return apis.get(scorecardsScmApiRef);
    } catch {
      // The app lacks an API that this one is made of.
      return undefined;
    }
  }, [apis]);
}
