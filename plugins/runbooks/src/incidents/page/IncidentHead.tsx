import { Link } from '@backstage/core-components';
import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import { IncidentDetail } from '@fairlead/backstage-plugin-runbooks-common';
import { isWebLink, Moment, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useDurationFormat } from '../../states';
import { runbooksTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    line: {
      ...theme.typography.body2,
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1.5),
      margin: 0,
      overflowWrap: 'anywhere',
    },
    title: { overflowWrap: 'anywhere' },
    state: { fontWeight: 600 },
  }),
  { name: 'FairleadIncidentHead' },
);

/** What happened to what, how long it lasted or lasts, and where it was told. */
export function IncidentHead(props: { incident: IncidentDetail }) {
  const { incident } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const formatDuration = useDurationFormat();
  const { openedAt, resolvedAt } = incident;
  const lasted =
    (resolvedAt ? Date.parse(resolvedAt) : Date.now()) - Date.parse(openedAt);
  const duration = formatDuration(Math.max(0, lasted));
  return (
    <header>
      <Typography variant="h5" component="h1" className={classes.title}>
        <bdi>{incident.title}</bdi>
      </Typography>
      <p className={classes.line}>
        <span className={classes.state}>
          {resolvedAt
            ? t('incidents.page.resolved', { duration })
            : t('incidents.page.open', { duration })}
        </span>
        {incident.severity && <bdi>{incident.severity}</bdi>}
        <span>
          {t('incidents.page.opened', { when: <Moment time={openedAt} /> })}
          {incident.foundBy &&
            `, ${t(`incidents.page.foundBy.${incident.foundBy}`)}`}
        </span>
        <bdi>
          <EntityRefLinks entityRefs={incident.entityRefs} />
        </bdi>
        {incident.url && isWebLink(incident.url) && (
          <Link to={incident.url}>{t('incidents.page.see')}</Link>
        )}
      </p>
    </header>
  );
}
