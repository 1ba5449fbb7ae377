import { MeasureView } from '@fairlead/backstage-plugin-delivery-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { useCountedWords, useMeasureFormat } from '../states';
import { deliveryTranslationRef } from '../translation';

/** What a number is made of, in words: its parts, its spread when asked for, how many it rests on, and what is still open. */
export function useMeasureNotes(): (
  measure: MeasureView,
  options?: { withSpread?: boolean },
) => string[] {
  const { t } = useTranslationRef(deliveryTranslationRef);
  const format = useMeasureFormat();
  const formatNumber = useNumberFormat();
  const counted = useCountedWords();
  return ({ id, unit, n, parts, percentiles, open }, options) => {
    const notes: string[] = [];
    if (id === 'changeFailRate') {
      notes.push(
        t('measureTile.confirmedAndInferred', {
          confirmed: formatNumber(parts?.confirmed ?? 0),
          inferred: formatNumber(parts?.inferred ?? 0),
        }),
      );
    }
    const deployDays = parts?.deployDaysPerWeek;
    if (deployDays !== undefined) {
      notes.push(
        deployDays === 0
          ? t('measureTile.deployDaysNone')
          : t('measureTile.deployDays', {
              count: deployDays,
              days: formatNumber(deployDays),
            }),
      );
    }
    if (id === 'automaticDeployments') {
      notes.push(
        t('measureTile.triggers', {
          approved: formatNumber(parts?.approved ?? 0),
          manual: formatNumber(parts?.manual ?? 0),
        }),
      );
    }
    const { p75, p90 } = percentiles ?? {};
    if (options?.withSpread && p75 !== undefined && p90 !== undefined) {
      notes.push(
        t('measureTile.percentiles', {
          p75: format(p75, unit),
          p90: format(p90, unit),
        }),
      );
    }
    notes.push(t('states.value.from', { counted: counted(id, n) }));
    if (open) {
      notes.push(t('measureTile.stillOpen', { count: open }));
    }
    if (parts?.fromOpening) {
      notes.push(
        t('measureTile.fromOpening', {
          counted: formatNumber(parts.fromOpening),
          n: formatNumber(n),
        }),
      );
    }
    return notes;
  };
}
