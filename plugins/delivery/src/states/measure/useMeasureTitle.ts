import { MeasureId } from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { deliveryTranslationRef } from '../../translation';

/** The short name of a measure. */
export function useMeasureTitle(): (id: MeasureId) => string {
  const { t } = useTranslationRef(deliveryTranslationRef);
  return id => t(`states.measure.${id}`);
}
