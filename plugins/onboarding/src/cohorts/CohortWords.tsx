import { CohortTime } from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { useDurationFormat } from '../states';
import { onboardingTranslationRef } from '../translation';

/**
 * How many have reached something, and how long that took them. Those who are not there yet count as such; the median with
 * them stands behind the words.
 */
export function CohortWords(props: { time: CohortTime }) {
  const { reached, n, medianSoFar, median } = props.time;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const formatDuration = useDurationFormat();
  return (
    <span
      title={
        median === undefined
          ? undefined
          : t('cohorts.withThose', { median: formatDuration(median) })
      }
    >
      {words()}
    </span>
  );

  function words() {
    if (n === 0) {
      return t('cohorts.nobody');
    }
    const isAll = reached === n;
    if (medianSoFar === undefined) {
      return isAll
        ? t('cohorts.allUntimed', { n })
        : t('cohorts.none', { reached, n });
    }
    const shown = formatDuration(medianSoFar);
    return isAll
      ? t('cohorts.all', { n, median: shown })
      : t('cohorts.some', { reached, n, median: shown });
  }
}
