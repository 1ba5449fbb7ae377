import {
  CampaignTarget,
  ScorecardSummary,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { scorecardsTranslationRef } from '../../translation';
import { levelTitle } from '../../states';

/** Says what a campaign asks for. */
export function useTargetWords() {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    target: CampaignTarget,
    scorecard: Pick<ScorecardSummary, 'checks'> | undefined,
  ): string => {
    if ('level' in target) {
      return t('campaigns.target.level', { level: levelTitle(target.level) });
    }
    const titles = target.checks.map(
      checkId =>
        scorecard?.checks.find(({ id }) => id === checkId)?.title ?? checkId,
    );
    return t('campaigns.target.checks', {
      count: titles.length,
      checks: titles.join(', '),
    });
  };
}
