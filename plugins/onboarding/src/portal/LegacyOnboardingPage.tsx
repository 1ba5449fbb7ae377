import { PageWithHeader } from '@backstage/core-components';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { onboardingTranslationRef } from '../translation';
import { OnboardingPage } from './OnboardingPage';

/** The portal page with a header of its own, for apps that draw none. */
export function LegacyOnboardingPage() {
  const { t } = useTranslationRef(onboardingTranslationRef);
  return (
    <PageWithHeader themeId="tool" title={t('portal.title')}>
      <OnboardingPage />
    </PageWithHeader>
  );
}
