import { Link } from '@backstage/core-components';
import { IncidentDetail } from '@fairlead/backstage-plugin-runbooks-common';
import { Day, isWebLink, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { runbooksTranslationRef } from '../../../translation';
import { LinkChange } from './LinkChange';

const useStyles = makeStyles(
  theme => ({
    list: {
      ...theme.typography.body2,
      margin: theme.spacing(0, 0, 1),
      paddingInlineStart: theme.spacing(2.5),
      overflowWrap: 'anywhere',
    },
    heading: { marginTop: theme.spacing(2) },
  }),
  { name: 'FairleadLinkedChanges' },
);

/** What was changed because of an incident, and a further change. */
export function LinkedChanges(props: { incident: IncidentDetail }) {
  const { id, changes, mayUpdate } = props.incident;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  return (
    <>
      <Typography
        variant="subtitle2"
        component="h3"
        className={classes.heading}
      >
        {t('incidents.changes.title')}
      </Typography>
      {changes.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('incidents.changes.none')}
        </Typography>
      ) : (
        <ul className={classes.list} aria-label={t('incidents.changes.list')}>
          {changes.map(change => (
            <li key={change.id}>
              {t(`incidents.changes.kinds.${change.kind}`)}
              {': '}
              {isWebLink(change.url) ? (
                <Link to={change.url}>
                  <bdi>{change.title ?? change.url}</bdi>
                </Link>
              ) : (
                <bdi>{change.title ?? change.url}</bdi>
              )}
              {' · '}
              <Day time={change.at} />
            </li>
          ))}
        </ul>
      )}
      {mayUpdate && <LinkChange incidentId={id} />}
    </>
  );
}
