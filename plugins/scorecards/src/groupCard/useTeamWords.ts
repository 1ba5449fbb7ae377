import { OwnerScorecardsResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { levelWord } from '../states';
import { scorecardsTranslationRef } from '../translation';

/** Says how far all that a team owns has come under a scorecard. */
export function useTeamWords(): (
  scorecard: Pick<
    OwnerScorecardsResponse['scorecards'][number],
    'levels' | 'totals'
  >,
) => string {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const formatNumber = useNumberFormat();
  return ({ levels, totals }) => {
    const withoutLevel = totals.levels.none ?? 0;
    if (withoutLevel > 0) {
      return t('groupCard.withoutLevel', {
        count: withoutLevel,
        total: formatNumber(totals.entities),
      });
    }
    const held = levels.filter(level => (totals.levels[level] ?? 0) > 0);
    return t(held.length > 1 ? 'groupCard.allReach' : 'groupCard.allAt', {
      count: totals.entities,
      level: levelWord(held[0] ?? levels[0]),
    });
  };
}
