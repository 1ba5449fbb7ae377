import { createPanels, useTranslationRef } from '@fairlead/frontend-parts';
import { onboardingTranslationRef } from '../translation';

export const { ErrorPanel, Loaded } = createPanels(usePanelWords);

function usePanelWords() {
  const { t } = useTranslationRef(onboardingTranslationRef);
  return {
    errorTitle: t('states.panel.errorTitle'),
    retry: t('states.panel.retry'),
    notAllowedTitle: t('states.panel.notAllowedTitle'),
    notAllowed: t('states.panel.notAllowed'),
  };
}
