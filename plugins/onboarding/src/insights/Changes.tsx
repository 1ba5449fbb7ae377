import { TrackInsights } from '@fairlead/backstage-plugin-onboarding-common';
import { Day, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { CohortWords } from '../cohorts';
import { DataTable } from '../table';
import { onboardingTranslationRef } from '../translation';

/** What each change of the track did to how long it takes. */
export function Changes(props: { changes: TrackInsights['changes'] }) {
  const { changes } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  return changes.length > 0 ? (
    <DataTable
      label={t('insights.changes')}
      columns={[
        t('insights.version'),
        t('insights.before'),
        t('insights.after'),
      ]}
      rows={changes.map(({ version, at, before, after }) => ({
        key: String(version),
        cells: [
          t('insights.versionOf', { version, day: <Day time={at} /> }),
          <CohortWords key="before" time={before} />,
          <CohortWords key="after" time={after} />,
        ],
      }))}
    />
  ) : (
    <Typography variant="body2">{t('insights.noChanges')}</Typography>
  );
}
