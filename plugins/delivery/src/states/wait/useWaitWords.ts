import { WaitKind } from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { deliveryTranslationRef } from '../../translation';

/** The word for what a change's time goes into. */
export function useWaitWords(): (kind: WaitKind) => string {
  const { t } = useTranslationRef(deliveryTranslationRef);
  return kind => t(`states.wait.${kind}`);
}
