import { Coverage } from '@fairlead/backstage-plugin-runbooks-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { useCallback } from 'react';
import { runbooksTranslationRef } from '../translation';

/** Says how many of the alerts that fired have a runbook: `7 of 9 alerts that fired have a runbook, 1 that may page has none`. */
export function useCoverageWords(): (coverage: Coverage) => string {
  const { t } = useTranslationRef(runbooksTranslationRef);
  const format = useNumberFormat();
  return useCallback(
    ({ fired, covered, night, windowDays }) => {
      if (fired === 0) {
        return t('coverageWords.nothingFired', { count: windowDays });
      }
      if (covered >= fired) {
        return t('coverageWords.all', {
          count: fired,
          days: format(windowDays),
        });
      }
      const share =
        covered === 0
          ? t('coverageWords.none', { count: fired })
          : t('coverageWords.some', {
              count: fired,
              covered: format(covered),
            });
      const gap = night.fired - night.covered;
      return gap > 0
        ? `${share}, ${t('coverageWords.night', { count: gap })}`
        : share;
    },
    [t, format],
  );
}
