import {
  createDurationFormat,
  DurationUnit,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { useCallback } from 'react';
import { runbooksTranslationRef } from '../translation';

/** Writes milliseconds as people say them: `14 min`, `3.2 d`. */
export const useDurationFormat = createDurationFormat(useDurationWords);

function useDurationWords() {
  const { t } = useTranslationRef(runbooksTranslationRef);
  return useCallback(
    (unit: DurationUnit, value: string) =>
      t(`states.duration.${unit}`, { value }),
    [t],
  );
}
