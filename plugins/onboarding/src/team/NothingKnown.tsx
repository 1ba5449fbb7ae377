import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import { onboardingTranslationRef } from '../translation';

/** There is nothing to tell of a team, and why that may be. */
export function NothingKnown() {
  const { t } = useTranslationRef(onboardingTranslationRef);
  return (
    <EmptyPanel title={t('team.nothing')}>{t('team.nothingText')}</EmptyPanel>
  );
}
