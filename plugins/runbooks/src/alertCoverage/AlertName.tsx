import { AlertRow } from '@fairlead/backstage-plugin-runbooks-common';
import { StateLabel, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import NightIcon from '@material-ui/icons/Brightness2Outlined';
import FlameIcon from '@material-ui/icons/NotificationsActive';
import { runbooksTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    states: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1.5),
      fontWeight: 'normal',
    },
  }),
  { name: 'FairleadAlertName' },
);

/** An alert, whether it fires now, and whether it may wake somebody up. */
export function AlertName(props: { alert: AlertRow }) {
  const { alert, firesNow, mayPage, severity } = props.alert;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  return (
    <>
      <bdi>{alert}</bdi>
      <div className={classes.states}>
        {firesNow && (
          <StateLabel icon={FlameIcon} tone="bad">
            {t('coverage.firesNow')}
          </StateLabel>
        )}
        {mayPage && (
          <StateLabel icon={NightIcon} tone="quiet">
            {t('coverage.mayPage')}
          </StateLabel>
        )}
        {severity && (
          <Typography variant="body2" color="textSecondary" component="span">
            <bdi>{severity}</bdi>
          </Typography>
        )}
      </div>
    </>
  );
}
