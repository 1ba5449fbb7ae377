import { MeasureUnit } from '@fairlead/backstage-plugin-delivery-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { deliveryTranslationRef } from '../../translation';
import { useDurationFormat } from '../duration';

/** Writes the value of a measure with its unit as people say it: `3.2 d`, `8 %`, `6 / week`. */
export function useMeasureFormat(): (
  value: number,
  unit: MeasureUnit,
) => string {
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatDuration = useDurationFormat();
  const formatNumber = useNumberFormat();
  const formatWhole = useNumberFormat({ maximumFractionDigits: 0 });
  return (value, unit) => {
    switch (unit) {
      case 'ms':
        return formatDuration(value);
      case 'ratio':
        return t('states.value.percent', {
          value: (value > 0 && value < 0.095 ? formatNumber : formatWhole)(
            value * 100,
          ),
        });
      default:
        return t('states.value.perWeek', { value: formatNumber(value) });
    }
  };
}
