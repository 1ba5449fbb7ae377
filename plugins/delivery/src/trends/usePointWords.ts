import {
  MeasureView,
  TrendPoint,
} from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { useCountedWords, useValueWords } from '../states';
import { deliveryTranslationRef } from '../translation';
import { useTrendFormat } from './useTrendFormat';

/** What a point of a trend says: its value, or of a few what was counted. */
export function usePointWords(
  measure: Pick<MeasureView, 'id' | 'unit'>,
): (point: TrendPoint) => string {
  const { id, unit } = measure;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const format = useTrendFormat();
  const valueWords = useValueWords();
  const counted = useCountedWords();
  return ({ value, n, few }) => {
    if (value === undefined) {
      return t('trends.none');
    }
    if (!few) {
      return format(value, unit);
    }
    return unit === 'ratio'
      ? valueWords({ value, unit, n, few, count: Math.round(value * n) })
      : t('trends.few', {
          value: format(value, unit),
          counted: counted(id, n),
        });
  };
}
