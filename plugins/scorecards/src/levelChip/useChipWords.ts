import { ScorecardResult } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { useLevelWords } from '../states/level/useLevelWords';
import { scorecardsTranslationRef } from '../translation';

/** A level with the scorecard that it is of, and whether it is the lowest of several. */
export function useChipWords(): (
  result: Pick<ScorecardResult, 'level' | 'title'>,
  isLowestOfSeveral: boolean,
) => string {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const words = useLevelWords();
  return ({ level, title }, isLowestOfSeveral) =>
    t(isLowestOfSeveral ? 'levelChip.lowest' : 'levelChip.named', {
      level: words.short(level),
      scorecard: title,
    });
}
