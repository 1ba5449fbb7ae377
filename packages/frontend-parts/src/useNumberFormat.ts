import { useMemo } from 'react';
import { useLocale } from './useLocale';

/** Formats numbers as the reader writes them, with at most one decimal unless told otherwise. @public */
export function useNumberFormat(options?: {
  maximumFractionDigits?: number;
  style?: 'decimal' | 'percent';
}): (value: number) => string {
  const locale = useLocale();
  const { maximumFractionDigits = 1, style } = options ?? {};
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale, {
      maximumFractionDigits,
      style,
    });
    return value => format.format(value);
  }, [locale, maximumFractionDigits, style]);
}
