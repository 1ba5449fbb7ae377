import { JsonValue } from '@backstage/types';
import {
  formatDuration,
  isTimeUnit,
  parseDuration,
  TimeUnit,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { scorecardsTranslationRef } from '../../translation';

/**
 * Writes an observed value with its unit as people say it: a duration as exactly as a sentence about it tells it, which
 * is enough to tell it from the limit that it misses.
 */
export function useValueFormat(): (
  value: JsonValue,
  unit?: string,
  sentence?: string,
) => string {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const formatNumber = useNumberFormat();
  return function format(value, unit, sentence): string {
    if (value === null) {
      return t('states.value.none');
    }
    if (typeof value === 'boolean') {
      return value ? t('states.value.yes') : t('states.value.no');
    }
    if (typeof value === 'number' && isTimeUnit(unit)) {
      return formatAsTold(inMilliseconds(value, unit), sentence);
    }
    if (typeof value === 'number') {
      return unit === 'ratio'
        ? withUnit(formatNumber(value * 100), 'percent')
        : withUnit(formatNumber(value), unit);
    }
    if (Array.isArray(value)) {
      return value.length === 0
        ? t('states.value.emptyList')
        : value.map(item => format(item, unit, sentence)).join(', ');
    }
    return typeof value === 'object' ? JSON.stringify(value) : value;
  };
}

function formatAsTold(milliseconds: number, sentence = ''): string {
  const decimals = [undefined, 1, 2, 3, 4, 5, 6, 9].find(count =>
    sentence.includes(`is ${formatDuration(milliseconds, count)}`),
  );
  return formatDuration(milliseconds, decimals);
}

function withUnit(amount: string, unit: string | undefined): string {
  if (unit === undefined || unit === 'count') {
    return amount;
  }
  return unit === 'percent' ? `${amount} %` : `${amount} ${unit}`;
}

function inMilliseconds(amount: number, unit: TimeUnit): number {
  return amount * parseDuration(unit === 'min' ? '1m' : `1${unit}`);
}
