import { useMemo } from 'react';
import { useRollup } from '../../api/queries';

/** How many entities fail each check, whatever is filtered, so that columns keep their order while rows come in. */
export function useFailingByCheck(scorecardRef: string) {
  const { data, isPending } = useRollup(scorecardRef, 'check');
  const failingByCheck = useMemo(
    () =>
      data &&
      new Map(
        data.items.flatMap(({ key, statuses }): [string, number][] =>
          key === null ? [] : [[key, statuses.fail]],
        ),
      ),
    [data],
  );
  return { failingByCheck, isPending };
}
