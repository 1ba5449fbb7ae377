import { ScoreParts } from '@fairlead/backstage-plugin-scorecards-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { scorecardsTranslationRef } from '../../translation';
import { outOfHundred } from './outOfHundred';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      columnGap: theme.spacing(1),
      fontVariantNumeric: 'tabular-nums',
    },
    value: {
      fontWeight: 600,
      whiteSpace: 'nowrap',
    },
    parts: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'FairleadScore' },
);

/** A score out of a hundred with the parts it is made of. */
export function Score(props: { score: number | null; parts: ScoreParts }) {
  const { score, parts } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const formatNumber = useNumberFormat();
  if (score === null) {
    return (
      <span className={classes.parts}>{t('states.score.nothingCounted')}</span>
    );
  }
  const words = {
    pass: formatNumber(parts.pass),
    total: formatNumber(parts.total),
  };
  return (
    <span className={classes.root} title={t('states.score.explanation', words)}>
      <span className={classes.value}>
        {t('states.score.value', {
          score: formatNumber(outOfHundred(score)),
        })}
      </span>
      <span className={classes.parts}>{t('states.score.parts', words)}</span>
    </span>
  );
}
