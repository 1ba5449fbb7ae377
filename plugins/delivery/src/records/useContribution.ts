import {
  MeasureRecord,
  MeasureView,
} from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { useDurationFormat } from '../states';
import { deliveryTranslationRef } from '../translation';

const PARTS = [
  'confirmed',
  'inferred',
  'automatic',
  'approved',
  'manual',
  'fromOpening',
  'fromFirstPush',
] as const;

/** What a record contributed to a measure, in words. */
export function useContribution(): (
  measure: Pick<MeasureView, 'id' | 'unit'>,
  item: Pick<MeasureRecord, 'value' | 'part'>,
) => string {
  const { t } = useTranslationRef(deliveryTranslationRef);
  const formatDuration = useDurationFormat();
  return ({ id, unit }, { value, part }) => {
    if (value === undefined) {
      return t('records.panel.stillOpen');
    }
    if (unit === 'perWeek') {
      return t('records.panel.counts');
    }
    const known = PARTS.find(candidate => candidate === part);
    const detail = known && t(`records.panel.part.${known}`);
    if (unit === 'ms') {
      const duration = formatDuration(value);
      return detail ? `${duration}, ${detail}` : duration;
    }
    if (id === 'automaticDeployments' && detail) {
      return detail;
    }
    const isFailRate = id === 'changeFailRate' || id === 'deployFailureRate';
    const bad = isFailRate ? 'failed' : 'yes';
    const good = isFailRate ? 'fine' : 'no';
    const word = t(`records.panel.${value > 0 ? bad : good}`);
    return detail ? `${word}, ${detail}` : word;
  };
}
