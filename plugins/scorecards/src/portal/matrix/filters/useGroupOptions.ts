import { RollupBy } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { useRollup } from '../../../api/queries';
import { scorecardsTranslationRef } from '../../../translation';
import { entityName } from '../../entityName';

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
      key === null ? [] : [{ value: key, label: title ?? entityName(key) }],
    )
    .sort((a, b) => a.label.localeCompare(b.label));
  return [...none, ...named];
}
