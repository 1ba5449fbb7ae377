import { Cohort } from '@fairlead/backstage-plugin-onboarding-common';
import {
  EmptyPanel,
  useNumberFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { CohortWords, SetupWords } from '../cohorts';
import { DataTable } from '../table';
import { onboardingTranslationRef } from '../translation';

const LATER = [
  'tenthMergedChange',
  'reviewGiven',
  'deployedChange',
  'resolvedIncident',
  'completed',
] as const;

/** The times of those who started in each quarter. What is of fewer than five is not there, and that is said. */
export function Cohorts(props: {
  cohorts: readonly Cohort[];
  hidden: number | undefined;
}) {
  const { cohorts, hidden } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const formatNumber = useNumberFormat();
  if (cohorts.length === 0) {
    return (
      <EmptyPanel title={t('insights.tooFew')}>
        {t('insights.tooFewText')}
      </EmptyPanel>
    );
  }
  return (
    <>
      <DataTable
        label={t('insights.cohorts')}
        columns={[
          t('insights.quarter'),
          t('insights.started'),
          t('insights.setup'),
          t('insights.mergedChange'),
          ...LATER.map(time => t(`insights.${time}`)),
        ]}
        rows={cohorts.map(cohort => ({
          key: cohort.quarter,
          cells: [
            cohort.quarter.replace('-', ' '),
            formatNumber(cohort.n),
            <SetupWords key="setup" setup={cohort.setup} />,
            <>
              <CohortWords time={cohort.mergedChange} />
              {cohort.byAgent && (
                <Typography variant="caption" component="div">
                  {t('insights.byAgent', cohort.byAgent)}
                </Typography>
              )}
            </>,
            ...LATER.map(time => (
              <CohortWords key={time} time={cohort[time]} />
            )),
          ],
        }))}
      />
      <Typography variant="body2" color="textSecondary">
        {hidden === undefined || hidden === 0
          ? t('insights.never')
          : t('insights.hidden', { count: hidden })}
      </Typography>
    </>
  );
}
