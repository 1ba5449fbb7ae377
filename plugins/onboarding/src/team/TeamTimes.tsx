import { TeamOnboarding } from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { CohortWords, SetupWords } from '../cohorts';
import { onboardingTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    list: { ...theme.typography.body2, margin: 0 },
    name: { color: theme.palette.text.secondary },
    value: { margin: theme.spacing(0, 0, 1), fontWeight: 600 },
  }),
  { name: 'FairleadTeamTimes' },
);

/** How long people of the team took, of five or more. */
export function TeamTimes(props: { team: TeamOnboarding }) {
  const { setup, mergedChange } = props.team;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  return setup || mergedChange ? (
    <dl className={classes.list}>
      {setup && (
        <>
          <dt className={classes.name}>{t('team.setup')}</dt>
          <dd className={classes.value}>
            <SetupWords setup={setup} />
          </dd>
        </>
      )}
      {mergedChange && (
        <>
          <dt className={classes.name}>{t('team.mergedChange')}</dt>
          <dd className={classes.value}>
            <CohortWords time={mergedChange} />
          </dd>
        </>
      )}
    </dl>
  ) : (
    <Typography variant="body2" color="textSecondary">
      {t('team.fewTimes')}
    </Typography>
  );
}
