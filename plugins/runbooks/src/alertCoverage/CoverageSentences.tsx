import { Coverage } from '@fairlead/backstage-plugin-runbooks-common';
import { InfoButton, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { runbooksTranslationRef } from '../translation';
import { useShareWords } from './useShareWords';

const useStyles = makeStyles(
  theme => ({
    sentence: { ...theme.typography.h6, margin: 0 },
    others: { margin: theme.spacing(0.5, 0, 0) },
  }),
  { name: 'FairleadCoverageSentences' },
);

/** How many of the alerts that fired have a runbook, the same at night, and those that kept silent. */
export function CoverageSentences(props: { coverage: Coverage }) {
  const { coverage } = props;
  const { fired, covered, night, silent, windowDays: days } = coverage;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const shareOf = useShareWords();
  return (
    <>
      <p className={classes.sentence}>
        {headline()} {shareOf(coverage)}{' '}
        <InfoButton
          label={t('coverage.definition.open')}
          title={t('coverage.definition.title')}
        >
          {(['fired', 'night', 'silent'] as const).map(part => (
            <Typography key={part} variant="body2" gutterBottom>
              {t(`coverage.definition.${part}`)}
            </Typography>
          ))}
        </InfoButton>
      </p>
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.others}
      >
        {[
          night.fired > 0
            ? t('coverage.night', {
                count: night.fired,
                covered: night.covered,
              })
            : t('coverage.nightNone'),
          shareOf(night),
          '·',
          silent.fired > 0
            ? t('coverage.silent', {
                count: silent.fired,
                covered: silent.covered,
              })
            : t('coverage.silentNone'),
        ].join(' ')}
      </Typography>
    </>
  );

  function headline() {
    if (fired === 0) {
      return t('coverage.nothingFired', { days });
    }
    return covered === fired
      ? t('coverage.sentenceAll', { count: fired, days })
      : t('coverage.sentence', { count: fired, covered, days });
  }
}
