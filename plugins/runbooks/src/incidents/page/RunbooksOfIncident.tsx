import { Link } from '@backstage/core-components';
import { IncidentDetail } from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { usePageLinks } from '../../links';
import { runbooksTranslationRef } from '../../translation';
import { StartButton } from '../../uses';
import { Section } from './Section';

const useStyles = makeStyles(
  theme => ({
    title: { marginTop: theme.spacing(1) },
    list: {
      ...theme.typography.body2,
      margin: theme.spacing(0, 0, 1),
      paddingInlineStart: theme.spacing(2.5),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'FairleadRunbooksOfIncident' },
);

/** The alerts of an incident, and the runbooks that there are for them. */
export function RunbooksOfIncident(props: { incident: IncidentDetail }) {
  const { alerts, foundBy, runbooks, entityRefs, id } = props.incident;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  return (
    <Section title={t('incidents.page.alerts')}>
      {alerts.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {foundBy === 'alert'
            ? t('incidents.page.alertUntold')
            : t('incidents.page.noAlerts')}
        </Typography>
      ) : (
        <ul className={classes.list}>
          {alerts.map(alert => (
            <li key={alert}>
              <Link to={links.runbookFor({ alert, entity: entityRefs[0] })}>
                <bdi>{alert}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Typography variant="subtitle2" component="h3" className={classes.title}>
        {t('incidents.page.runbooks')}
      </Typography>
      {runbooks.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('incidents.page.noRunbooks')}
        </Typography>
      ) : (
        <ul className={classes.list}>
          {runbooks.map(runbook => (
            <li key={runbook.id}>
              <Link to={links.runbook(runbook.id, { entity: entityRefs[0] })}>
                <bdi>{runbook.title}</bdi>
              </Link>{' '}
              <StartButton
                start={{
                  runbook: runbook.id,
                  for: { incident: id },
                  entity: entityRefs[0],
                }}
                label={runbook.title}
                variant="text"
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
