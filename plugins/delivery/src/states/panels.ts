import { createPanels, useTranslationRef } from '@fairlead/frontend-parts';
import { deliveryTranslationRef } from '../translation';

export const { Loaded } = createPanels(usePanelWords);

function usePanelWords() {
  const { t } = useTranslationRef(deliveryTranslationRef);
  return {
    errorTitle: t('states.panel.errorTitle'),
    retry: t('states.panel.retry'),
    notAllowedTitle: t('states.panel.notAllowedTitle'),
    notAllowed: t('states.panel.notAllowed'),
  };
}
