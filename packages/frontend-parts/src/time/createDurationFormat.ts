import { useMemo } from 'react';
import { useLocale } from '../useLocale';

/** What durations are told in. @public */
export type DurationUnit = 'days' | 'hours' | 'minutes' | 'seconds';

const UNITS: readonly (readonly [DurationUnit, number])[] = [
  ['days', 86_400_000],
  ['hours', 3_600_000],
  ['minutes', 60_000],
  ['seconds', 1_000],
];

const SECONDS = UNITS[UNITS.length - 1];

/**
 * Makes the hook that writes milliseconds as people say them, `14 min`, `3.2 d`, in the words of a family. Its words are
 * the same function until the language changes.
 *
 * @public
 */
export function createDurationFormat(
  useWords: () => (unit: DurationUnit, value: string) => string,
): () => (ms: number) => string {
  return function useDurationFormat() {
    const say = useWords();
    const locale = useLocale();
    return useMemo(() => {
      const coarse = new Intl.NumberFormat(locale, {
        maximumFractionDigits: 0,
      });
      const fine = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
      return ms => {
        const [unit, size] =
          UNITS.find(([, length]) => Math.abs(ms) >= length) ?? SECONDS;
        const value = ms / size;
        const isFine = Math.abs(value) < 10 && unit !== 'seconds';
        return say(unit, (isFine ? fine : coarse).format(value));
      };
    }, [locale, say]);
  };
}
