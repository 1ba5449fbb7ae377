import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';
import { RollupBy } from '@fairlead/backstage-plugin-scorecards-common';
import { useRollup } from '../../../api/queries';

/** The owners, systems or domains that entities of a scorecard have, by name. */
export function useGroupOptions(
  scorecardRef: string,
  by: Exclude<RollupBy, 'check'>,
) {
  const { data } = useRollup(scorecardRef, by);
  return (data?.items ?? [])
    .flatMap(({ key, title }) =>
      key === null
        ? []
        : [
            {
              value: key,
              label: title ?? humanizeEntityRef(parseEntityRef(key)),
            },
          ],
    )
    .sort((a, b) => a.label.localeCompare(b.label));
}
