import { MeasureUnit } from '@fairlead/backstage-plugin-delivery-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { deliveryTranslationRef } from '../../translation';
import { useMeasureFormat } from './useMeasureFormat';

/** What of a measure its value is told by. */
export interface ToldValue {
  value?: number;
  unit: MeasureUnit;
  n: number;
  count?: number;
  few?: true;
}

/** A value in words: with its unit, or what was counted where that is too little for a share or a rate. */
export function useValueWords(): (
  told: ToldValue & { value: number },
) => string {
  const { t } = useTranslationRef(deliveryTranslationRef);
  const format = useMeasureFormat();
  const formatNumber = useNumberFormat();
  return ({ value, unit, n, count, few }) => {
    if (!few || count === undefined) {
      return format(value, unit);
    }
    return unit === 'perWeek'
      ? t('states.value.deployments', { count })
      : t('states.value.countOf', {
          counted: formatNumber(count),
          n: formatNumber(n),
        });
  };
}
