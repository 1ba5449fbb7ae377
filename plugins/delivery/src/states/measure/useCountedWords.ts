import { MeasureId } from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { deliveryTranslationRef } from '../../translation';

/** How many of what a measure is computed from: `27 changes`. */
export function useCountedWords(): (id: MeasureId, n: number) => string {
  const { t } = useTranslationRef(deliveryTranslationRef);
  return (id, n) => t(`states.counted.${id}`, { count: n });
}
