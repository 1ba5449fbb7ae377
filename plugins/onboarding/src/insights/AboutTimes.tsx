import { InfoButton, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { onboardingTranslationRef } from '../translation';

/** What the times of cohorts mean, behind an ⓘ. */
export function AboutTimes() {
  const { t } = useTranslationRef(onboardingTranslationRef);
  return (
    <InfoButton
      label={t('insights.about.open')}
      title={t('insights.about.title')}
    >
      {(['text', 'bands', 'people'] as const).map(part => (
        <Typography key={part} variant="body2" paragraph>
          {t(`insights.about.${part}`)}
        </Typography>
      ))}
    </InfoButton>
  );
}
