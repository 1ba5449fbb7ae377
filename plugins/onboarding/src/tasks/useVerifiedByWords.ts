import { JourneyTask } from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { useCallback } from 'react';
import { onboardingTranslationRef } from '../translation';

/** Says how a task comes to be done, to whoever does it or to somebody else who looks. */
export function useVerifiedByWords(): (
  task: Pick<JourneyTask, 'verifiedBy'>,
  isMine: boolean,
) => string {
  const { t } = useTranslationRef(onboardingTranslationRef);
  return useCallback(
    ({ verifiedBy }, isMine) => {
      switch (verifiedBy.by) {
        case 'record': {
          const { record, times, reached } = verifiedBy;
          const words = isMine
            ? t(`tasks.verified.record.${record as 'merged-change'}`, {
                count: times,
              })
            : t('tasks.verified.recordOther');
          return times > 1
            ? `${words} ${t('tasks.verified.reached', { reached, times })}`
            : words;
        }
        case 'fact':
          return verifiedBy.entityRef
            ? t('tasks.verified.fact', { entity: nameOf(verifiedBy.entityRef) })
            : t('tasks.verified.factUnnamed');
        case 'template':
          return t('tasks.verified.template');
        case 'buddy':
          return t('tasks.verified.buddy');
        default:
          return isMine
            ? t('tasks.verified.self')
            : t('tasks.verified.selfOther');
      }
    },
    [t],
  );
}

/** The last part of a ref, as people say it. */
function nameOf(entityRef: string): string {
  return entityRef.slice(entityRef.lastIndexOf('/') + 1);
}
