import { Link, LinkButton } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { FiringAlert } from '@fairlead/backstage-plugin-runbooks-common';
import {
  isWebLink,
  stateColor,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import NotificationsActiveIcon from '@material-ui/icons/NotificationsActive';
import NotificationsNoneIcon from '@material-ui/icons/NotificationsNone';
import { HealthWord } from '../health';
import { usePageLinks } from '../links';
import { runbooksTranslationRef } from '../translation';
import { StartButton } from '../uses';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(1, 0),
      ...theme.typography.body2,
    },
    icon: { alignSelf: 'flex-start' },
    text: { flex: '1 1 180px', minWidth: 0, overflowWrap: 'anywhere' },
    sentence: { ...theme.typography.body1, fontWeight: 600 },
    note: { color: theme.palette.text.secondary },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
    },
  }),
  { name: 'FairleadFiringRow' },
);

/** An alert that fires now: since when, what it says, and the runbook in one click. */
export function FiringRow(props: {
  firing: FiringAlert;
  showEntity?: boolean;
}) {
  const { firing, showEntity } = props;
  const { alert, entityRef, mayPage, runbook, severity, summary } = firing;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const time = useTimeFormat();
  const links = usePageLinks();
  const Icon = mayPage ? NotificationsActiveIcon : NotificationsNoneIcon;
  const notes = [
    mayPage && t('firing.mayPage'),
    severity && t('firing.severity', { severity }),
  ].filter(Boolean);
  return (
    <div className={classes.root}>
      <Icon
        className={classes.icon}
        htmlColor={stateColor(theme, mayPage ? 'bad' : 'warning')}
        aria-hidden
      />
      <div className={classes.text}>
        <div className={classes.sentence} title={time.absolute(firing.since)}>
          {t('firing.since', { alert, age: time.age(firing.since) })}
        </div>
        {showEntity && (
          <div>
            {t('firing.on', {
              entity: <EntityRefLink entityRef={entityRef} />,
            })}
          </div>
        )}
        {summary && (
          <div>
            <bdi>{summary}</bdi>
          </div>
        )}
        <div className={classes.note}>
          {notes.join(' · ')}
          {firing.url && isWebLink(firing.url) && (
            <>
              {notes.length > 0 && ' · '}
              <Link to={firing.url}>{t('firing.source')}</Link>
            </>
          )}
        </div>
        {runbook && runbook.resolves !== 'ok' && (
          <HealthWord part="resolves" health={{ state: runbook.resolves }} />
        )}
      </div>
      <div className={classes.actions}>
        {runbook ? (
          <>
            <LinkButton
              to={links.runbook(runbook.id, { alert, entity: entityRef })}
              size="small"
              variant="contained"
              color="primary"
              aria-label={t('firing.openLabel', {
                alert,
                title: runbook.title,
              })}
            >
              {t('firing.open')}
            </LinkButton>
            <StartButton
              start={{
                runbook: runbook.id,
                for: { alert },
                entity: entityRef,
                labels: firing.labels,
              }}
              useId={firing.useId}
              label={runbook.title}
            />
          </>
        ) : (
          <LinkButton
            to={links.runbookFor({ alert, entity: entityRef })}
            size="small"
            variant="outlined"
            aria-label={t('firing.whatNowLabel', { alert })}
          >
            {t('firing.none')} · {t('firing.whatNow')}
          </LinkButton>
        )}
      </div>
    </div>
  );
}
