import { useTranslationRef } from '@fairlead/frontend-parts';
import { scorecardsTranslationRef } from '../translation';
import { LevelGroup } from './groupByLevel';

/** Says how far a level is: reached, so many checks to go, or waiting for the levels below. */
export function useLevelProgressWords(): (group: LevelGroup) => string {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return group => {
    if (group.reached) {
      return t('entityTab.levelReached');
    }
    const open = group.checks.filter(
      check =>
        check.countsFrom === undefined &&
        !['pass', 'waived', 'not-applicable'].includes(check.status),
    ).length;
    return open > 0
      ? t('entityTab.levelOpen', { count: open })
      : t('entityTab.levelWaits');
  };
}
