import { useLocale, useTranslationRef } from '@fairlead/frontend-parts';
import { useMemo } from 'react';
import { runbooksTranslationRef } from '../translation';

const UNITS = [
  ['days', 86_400_000],
  ['hours', 3_600_000],
  ['minutes', 60_000],
  ['seconds', 1_000],
] as const;

/** Writes milliseconds as people say them: `14 min`, `3.2 d`. */
export function useDurationFormat(): (ms: number) => string {
  const { t } = useTranslationRef(runbooksTranslationRef);
  const locale = useLocale();
  return useMemo(() => {
    const coarse = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    const fine = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    return ms => {
      const [unit, size] =
        UNITS.find(([, length]) => Math.abs(ms) >= length) ?? UNITS[3];
      const value = ms / size;
      const isFine = Math.abs(value) < 10 && size > 60_000;
      return t(`states.duration.${unit}`, {
        value: (isFine ? fine : coarse).format(value),
      });
    };
  }, [locale, t]);
}
