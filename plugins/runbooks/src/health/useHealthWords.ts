import {
  HealthPart,
  PartHealth,
} from '@fairlead/backstage-plugin-runbooks-common';
import { useTimeFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { useCallback } from 'react';
import { runbooksTranslationRef } from '../translation';

/** Says how a part of a runbook's health stands, in words that need no heading. */
export function useHealthWords(): (
  part: HealthPart,
  health: PartHealth,
) => string {
  const { t } = useTranslationRef(runbooksTranslationRef);
  const time = useTimeFormat();
  return useCallback(
    (part, { state, at, value }) => {
      switch (part) {
        case 'fresh':
          return at
            ? t(`health.word.fresh.${state}`, { age: time.age(at) })
            : t('health.word.fresh.never');
        case 'drift':
          if (value === undefined) {
            return t('health.word.drift.unknown');
          }
          return value === 0
            ? t('health.word.drift.none')
            : t('health.word.drift.since', { count: value });
        default:
          return t(`health.word.${part}.${state}`);
      }
    },
    [t, time],
  );
}
