import { CheckResult } from '@fairlead/backstage-plugin-scorecards-common';
import { useTimeFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { scorecardsTranslationRef } from '../translation';

/** Says since when a check stands where it does: `Failing since 12 Nov (8 days)`. */
export function useSinceWords(): (
  check: Pick<CheckResult, 'status' | 'since'>,
) => string {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const time = useTimeFormat();
  return ({ status, since }) =>
    t(`entityTab.since.${status}`, {
      day: time.day(since),
      age: time.age(since),
    });
}
