import {
  createDurationFormat,
  DurationUnit,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { useCallback } from 'react';
import { onboardingTranslationRef } from '../translation';

const useMilliseconds = createDurationFormat(useDurationWords);

/** Writes seconds, in which the backend tells durations, as people say them: `14 min`, `3.2 d`. */
export function useDurationFormat(): (seconds: number) => string {
  const format = useMilliseconds();
  return useCallback(seconds => format(seconds * 1000), [format]);
}

function useDurationWords() {
  const { t } = useTranslationRef(onboardingTranslationRef);
  return useCallback(
    (unit: DurationUnit, value: string) =>
      t(`states.duration.${unit}`, { value }),
    [t],
  );
}
