import { RunbookSummary } from '@fairlead/backstage-plugin-runbooks-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { inOrder, useHealthWords, verdictOf, worstPart } from '../health';
import { runbooksTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    sentence: {
      ...theme.typography.body1,
      fontWeight: 600,
      margin: theme.spacing(1, 0),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'FairleadVerdictSentence' },
);

/** How many of an entity's runbooks would hold tonight, and what is wrong with the worst one. */
export function VerdictSentence(props: {
  runbooks: readonly RunbookSummary[];
}) {
  const { runbooks } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const format = useNumberFormat();
  const say = useHealthWords();
  const count = runbooks.length;
  const holding = runbooks.filter(
    ({ health }) => verdictOf(health) === 'holds',
  ).length;
  const [worst] = inOrder(runbooks);
  const part = worstPart(worst.health);
  return (
    <p className={classes.sentence}>
      {holding < count && part
        ? t('entityCard.sentence.first', {
            sentence: howMany(),
            title: worst.title,
            trouble: say(part, worst.health[part]),
          })
        : howMany()}
    </p>
  );

  function howMany(): string {
    if (holding === count) {
      return t('entityCard.sentence.all', { count });
    }
    return holding === 0
      ? t('entityCard.sentence.none', { count })
      : t('entityCard.sentence.some', { count, holding: format(holding) });
  }
}
