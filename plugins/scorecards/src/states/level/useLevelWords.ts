import { useTranslationRef } from '@fairlead/frontend-parts';
import { scorecardsTranslationRef } from '../../translation';
import { levelTitle } from './levelTitle';

/** The words for a level: short for a label, long where there is nothing else to read. */
export function useLevelWords() {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return {
    short: (level: string | null) =>
      level === null ? t('states.level.none') : levelTitle(level),
    long: (level: string | null, levels: readonly string[]) =>
      level === null
        ? t('states.level.notReached', { count: levels.length })
        : t('states.level.reached', {
            level: levelTitle(level),
            rank: String(levels.indexOf(level) + 1),
            total: String(levels.length),
          }),
  };
}
