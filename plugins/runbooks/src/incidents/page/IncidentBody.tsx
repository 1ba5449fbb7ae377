import { IncidentDetail } from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { StageStrip } from '../../stages';
import { runbooksTranslationRef } from '../../translation';
import { FollowUps } from './followUps';
import { IncidentHead } from './IncidentHead';
import { LearningSection } from './LearningSection';
import { Recurrence } from './Recurrence';
import { RunbooksOfIncident } from './RunbooksOfIncident';
import { StageDetail } from './StageDetail';
import { UsesSection } from './uses';

const useStyles = makeStyles(
  theme => ({
    stages: { margin: theme.spacing(2, 0) },
    columns: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
      alignItems: 'start',
      gap: theme.spacing(2),
      marginTop: theme.spacing(2),
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    column: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
  }),
  { name: 'FairleadIncidentBody' },
);

/** All of an incident, with what the reader may do about it. */
export function IncidentBody(props: { incident: IncidentDetail }) {
  const { incident } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  return (
    <>
      <IncidentHead incident={incident} />
      <Recurrence incident={incident} />
      <div className={classes.stages}>
        <StageStrip
          incident={incident}
          detailOf={clock => <StageDetail incident={incident} clock={clock} />}
        />
      </div>
      {!incident.mayUpdate && (
        <Typography variant="body2" color="textSecondary">
          {t('incidents.page.mayNot')}
        </Typography>
      )}
      <div className={classes.columns}>
        <div className={classes.column}>
          <LearningSection incident={incident} />
        </div>
        <div className={classes.column}>
          <FollowUps incident={incident} />
          <RunbooksOfIncident incident={incident} />
          <UsesSection uses={incident.uses} />
        </div>
      </div>
    </>
  );
}
