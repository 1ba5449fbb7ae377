import {
  anchors,
  JourneyTask,
} from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import ButtonBase from '@material-ui/core/ButtonBase';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ExpandIcon from '@material-ui/icons/ExpandMore';
import { useEffect, useId, useState } from 'react';
import { useAddressed } from '../links';
import { useDurationFormat } from '../states';
import { onboardingTranslationRef } from '../translation';
import { Evidence } from './Evidence';
import { TaskDetails } from './TaskDetails';
import { TaskStateLabel } from './TaskStateLabel';

const useStyles = makeStyles(
  theme => ({
    row: {
      padding: theme.spacing(0.5, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
    },
    head: {
      ...theme.typography.body1,
      display: 'grid',
      gridTemplateColumns: '6.5rem minmax(0, 1fr) auto',
      alignItems: 'start',
      gap: theme.spacing(0, 1),
      width: '100%',
      padding: theme.spacing(0.75, 0),
      textAlign: 'start',
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr) auto',
        '& > :first-child': { gridColumn: '1 / -1' },
      },
      '&:focus-visible': { outline: 'auto' },
    },
    note: { ...theme.typography.body2, color: theme.palette.text.secondary },
    below: {
      paddingInlineStart: `calc(6.5rem + ${theme.spacing(1)}px)`,
      [theme.breakpoints.down('xs')]: { paddingInlineStart: 0 },
    },
    open: { transform: 'rotate(180deg)' },
  }),
  { name: 'FairleadTaskRow' },
);

/** A task in a list: where it stands and why, with the rest of it behind a click. */
export function TaskRow(props: {
  journeyId: string;
  task: JourneyTask;
  /** The reader is who does it. */
  isMine: boolean;
  /** The page shows it in full above; an address that means it leads there. */
  isShownElsewhere?: boolean;
}) {
  const { journeyId, task, isMine, isShownElsewhere = false } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const formatDuration = useDurationFormat();
  const detailsId = useId();
  const { ref, isAddressed } = useAddressed<HTMLButtonElement>(
    isShownElsewhere ? '' : anchors.task(journeyId, task.id),
  );
  const [isOpen, setIsOpen] = useState(isAddressed);
  useEffect(() => {
    if (isAddressed) {
      setIsOpen(true);
    }
  }, [isAddressed]);
  const notes = [
    ...(isMine ? [] : sayFor(task)),
    ...(task.optional ? [t('tasks.optional')] : []),
    ...(task.takes !== undefined && task.state !== 'done'
      ? [t('tasks.takes', { duration: formatDuration(task.takes) })]
      : []),
    ...(task.generated ? [t('tasks.generated')] : []),
  ];
  return (
    <li className={classes.row}>
      <ButtonBase
        ref={ref}
        className={classes.head}
        aria-expanded={isOpen}
        aria-controls={isOpen ? detailsId : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        <TaskStateLabel state={task.state} />
        <span>
          <bdi>{task.title}</bdi>
          {notes.length > 0 && (
            <span className={classes.note}> · {notes.join(' · ')}</span>
          )}
        </span>
        <ExpandIcon
          fontSize="small"
          aria-hidden
          className={isOpen ? classes.open : undefined}
        />
      </ButtonBase>
      <div className={classes.below}>
        {task.state === 'locked' && (
          <Typography variant="body2" color="textSecondary">
            {t('tasks.after', {
              tasks: task.lockedBy.map(({ title }) => title).join(', '),
            })}
          </Typography>
        )}
        {task.state === 'done' && <Evidence task={task} />}
        {task.state === 'waived' && (
          <Typography variant="body2" color="textSecondary">
            {t('tasks.waived', {
              reason: task.waived?.reason ?? t('tasks.noReason'),
            })}
          </Typography>
        )}
        {task.state === 'not-applicable' && (
          <Typography variant="body2" color="textSecondary">
            {t('tasks.notApplicable', {
              reason: task.waived?.reason ?? t('tasks.noReason'),
            })}
          </Typography>
        )}
        {isOpen && (
          <div id={detailsId}>
            <TaskDetails journeyId={journeyId} task={task} isMine={isMine} />
          </div>
        )}
      </div>
    </li>
  );

  /** Whose it is to do, so that nobody takes it for theirs. */
  function sayFor({ for: doer }: JourneyTask): string[] {
    return doer === 'buddy' || doer === 'manager'
      ? [t(`tasks.for.${doer}`)]
      : [];
  }
}
