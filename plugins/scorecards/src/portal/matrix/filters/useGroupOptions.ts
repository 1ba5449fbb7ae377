import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { RollupBy } from '@fairlead/backstage-plugin-scorecards-common';
import { scorecardsTranslationRef } from '../../../translation';
import { useRollup } from '../../../api/queries';

/** The owners, systems or domains that entities of a scorecard have, by name. */
export function useGroupOptions(
  scorecardRef: string,
  by: Exclude<RollupBy, 'check'>,
) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { data } = useRollup(scorecardRef, by);
  const groups = data?.items ?? [];
  const none = groups.some(({ key }) => key === null)
    ? [{ value: 'none', label: t(`portal.rollup.none.${by}`) }]
    : [];
  const named = groups
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
  return [...none, ...named];
}
