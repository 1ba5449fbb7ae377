import { CodeSnippet } from '@backstage/core-components';
import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import { scorecardsTranslationRef } from '../../translation';
import { starterScorecard } from '../starterScorecard';

/** What to do when there is no scorecard yet. */
export function NoScorecards() {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <EmptyPanel
      title={t('portal.list.empty.title')}
      action={
        <CodeSnippet
          text={starterScorecard}
          language="yaml"
          showCopyCodeButton
        />
      }
    >
      {t('portal.list.empty.text')}
    </EmptyPanel>
  );
}
