import { RunbookUse } from '@fairlead/backstage-plugin-runbooks-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { useMemo } from 'react';
import { runbooksTranslationRef } from '../translation';

/** What a use is for, how far it is, and what it came to. */
export function useUseWords() {
  const { t } = useTranslationRef(runbooksTranslationRef);
  const format = useNumberFormat();
  return useMemo(
    () => ({
      purpose({ alert, purpose }: RunbookUse): string {
        return alert && purpose === 'incident'
          ? t('uses.forAlert', { alert })
          : t(`uses.purpose.${purpose}`);
      },
      progress({ steps }: RunbookUse): string {
        const done = steps.filter(step => step.done).length;
        return steps.length === 0
          ? t('uses.noSteps')
          : t('uses.progress', { count: steps.length, done: format(done) });
      },
      outcome({ finishedAt, outcome }: RunbookUse): string {
        if (!finishedAt) {
          return t('uses.underWay');
        }
        return t(`uses.outcome.${outcome ?? 'none'}`);
      },
    }),
    [t, format],
  );
}
