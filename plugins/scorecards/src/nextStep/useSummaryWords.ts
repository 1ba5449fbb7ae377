import { ScorecardResult } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { levelWord } from '../states';
import { scorecardsTranslationRef } from '../translation';
import { summarize } from './summarize';

/** Says in a sentence what a scorecard comes to for an entity. */
export function useSummaryWords(): (result: ScorecardResult) => string {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return result => {
    const summary = summarize(result);
    switch (summary.kind) {
      case 'checks-to-level':
        return t('nextStep.checksToLevel', {
          count: summary.checks,
          level: levelWord(summary.level),
        });
      case 'does-not-apply':
        return t('nextStep.doesNotApply');
      case 'all-pass':
        return t('nextStep.allPass');
      case 'all-pass-or-waived':
        return t('nextStep.allPassOrWaived');
      default:
        return t('nextStep.topLevel');
    }
  };
}
