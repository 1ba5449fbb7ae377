import { TeamRunbooks } from '@fairlead/backstage-plugin-runbooks-common';
import { useLocale, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { runbooksTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({ sentence: { ...theme.typography.body1, fontWeight: 600 } }),
  { name: 'FairleadTeamSentence' },
);

/** How much would fail the team tonight, or that nothing known would. */
export function TeamSentence(props: { team: TeamRunbooks }) {
  const { coverage, failingCount, runbookCount } = props.team;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const locale = useLocale();
  const gaps = coverage.night.fired - coverage.night.covered;
  const parts = [
    ...(gaps > 0 ? [t('teamCard.nights', { count: gaps })] : []),
    ...(failingCount > 0
      ? [t('teamCard.failing', { count: runbookCount, failing: failingCount })]
      : []),
  ];
  if (parts.length === 0) {
    return (
      <>
        <div className={classes.sentence}>{t('teamCard.nothing')}</div>
        <Typography variant="body2" color="textSecondary">
          {t('teamCard.nothingText', { count: runbookCount })}
        </Typography>
      </>
    );
  }
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return <div className={classes.sentence}>{list.format(parts)}</div>;
}
