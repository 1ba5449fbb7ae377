import { Link } from '@backstage/core-components';
import { IncidentDetail } from '@fairlead/backstage-plugin-runbooks-common';
import { Moment, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { usePageLinks } from '../../../links';
import { runbooksTranslationRef } from '../../../translation';
import { TimelineDialog } from './TimelineDialog';

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.body2,
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1.5),
    },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'FairleadUseRow' },
);

/** One use: of which runbook, when, what it came to, and the way to its timeline. */
export function UseRow(props: { use: IncidentDetail['uses'][number] }) {
  const { use } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li className={classes.root}>
      {use.runbookId ? (
        <Link to={links.runbook(use.runbookId, { use: use.id })}>
          <bdi>{use.title}</bdi>
        </Link>
      ) : (
        <bdi>{use.title}</bdi>
      )}
      <span className={classes.quiet}>
        <Moment time={use.startedAt} />
        {' · '}
        {outcome()}
      </span>
      <Button
        size="small"
        aria-label={t('incidents.uses.timelineOf', { title: use.title })}
        onClick={() => setIsOpen(true)}
      >
        {t('incidents.uses.timeline')}
      </Button>
      {isOpen && <TimelineDialog use={use} onClose={() => setIsOpen(false)} />}
    </li>
  );

  function outcome() {
    switch (use.outcome) {
      case 'helped':
      case 'misled':
      case 'missing':
        return t(`incidents.uses.outcome.${use.outcome}`);
      default:
        return t('incidents.uses.underWay');
    }
  }
}
