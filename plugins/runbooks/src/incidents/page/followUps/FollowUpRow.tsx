import { Link } from '@backstage/core-components';
import { FollowUpItem } from '@fairlead/backstage-plugin-runbooks-common';
import {
  isWebLink,
  StateLabel,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Checkbox from '@material-ui/core/Checkbox';
import { makeStyles } from '@material-ui/core/styles';
import CancelIcon from '@material-ui/icons/Cancel';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import ScheduleIcon from '@material-ui/icons/Schedule';
import { runbooksTranslationRef } from '../../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.body2,
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      gap: theme.spacing(0, 1),
      padding: theme.spacing(0.5, 0),
      overflowWrap: 'anywhere',
    },
    box: { padding: 4 },
    notes: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1.5),
      color: theme.palette.text.secondary,
    },
    done: { textDecoration: 'line-through' },
  }),
  { name: 'FairleadFollowUpRow' },
);

/** One follow-up: whether it is done, and since when it waits. */
export function FollowUpRow(props: {
  followUp: FollowUpItem;
  mayClose: boolean;
  onClose: (isClosed: boolean) => void;
}) {
  const { followUp, mayClose, onClose } = props;
  const { title, url, closedAt, overdue } = followUp;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const time = useTimeFormat();
  return (
    <li className={classes.root}>
      <Checkbox
        size="small"
        color="primary"
        className={classes.box}
        checked={Boolean(closedAt)}
        disabled={!mayClose}
        onChange={event => onClose(event.target.checked)}
        inputProps={{ 'aria-label': t('incidents.followUps.done', { title }) }}
      />
      <div>
        <span className={closedAt ? classes.done : undefined}>
          {url && isWebLink(url) ? (
            <Link to={url}>
              <bdi>{title}</bdi>
            </Link>
          ) : (
            <bdi>{title}</bdi>
          )}
        </span>
        <div className={classes.notes}>
          {state()}
          {notes().map(note => (
            <span key={note}>{note}</span>
          ))}
        </div>
      </div>
    </li>
  );

  function state() {
    if (closedAt) {
      return (
        <StateLabel icon={CheckCircleIcon} tone="good">
          {t('incidents.followUps.closed')}
        </StateLabel>
      );
    }
    return overdue ? (
      <StateLabel icon={CancelIcon} tone="bad">
        {t('incidents.followUps.overdue')}
      </StateLabel>
    ) : (
      <StateLabel icon={ScheduleIcon} tone="quiet">
        {t('incidents.followUps.open')}
      </StateLabel>
    );
  }

  function notes(): string[] {
    const { dueAt, createdAt, fromSource } = followUp;
    if (closedAt) {
      return [t('incidents.followUps.closedAt', { day: time.day(closedAt) })];
    }
    return [
      ...(dueAt
        ? [t('incidents.followUps.due', { day: time.day(dueAt) })]
        : []),
      ...(createdAt
        ? [t('incidents.followUps.age', { age: time.age(createdAt) })]
        : []),
      ...(fromSource ? [t('incidents.followUps.elsewhere')] : []),
    ];
  }
}
