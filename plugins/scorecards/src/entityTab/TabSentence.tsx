import { ScorecardResult } from '@fairlead/backstage-plugin-scorecards-common';
import { ClampedText, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { levelWord } from '../states';
import { scorecardsTranslationRef } from '../translation';

/** What all scorecards of an entity come to, in one sentence. One alone says it itself. */
export function TabSentence(props: { results: readonly ScorecardResult[] }) {
  const { results } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  if (results.length < 2) {
    return null;
  }
  const open = results.flatMap(({ next, title }) =>
    next ? [{ ...next, title }] : [],
  );
  return (
    <Typography variant="h6" component="p">
      <ClampedText>
        {open.length === 0
          ? t('entityTab.nothingToGo')
          : t('entityTab.allToGo', {
              count: open.reduce((sum, { checks }) => sum + checks.length, 0),
              parts: open
                .map(({ level, title }) =>
                  t('entityTab.partToGo', {
                    level: levelWord(level),
                    scorecard: title,
                  }),
                )
                .join(', '),
            })}
      </ClampedText>
    </Typography>
  );
}
