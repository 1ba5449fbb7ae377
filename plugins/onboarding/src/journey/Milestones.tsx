import {
  anchors,
  Journey,
  JourneyMilestone,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Day, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useId, useState } from 'react';
import { useIsAddressed } from '../links';
import { Progress } from '../progress';
import { TaskRow } from '../tasks';
import { onboardingTranslationRef } from '../translation';

/** How many tasks of a milestone are shown before one asks for the rest. */
const SHOWN = 40;

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(3), minWidth: 0 },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0, 1.5),
      overflowWrap: 'anywhere',
    },
    list: { margin: theme.spacing(1, 0, 0), padding: 0, listStyle: 'none' },
  }),
  { name: 'FairleadMilestones' },
);

/** All tasks of a journey by its milestones; those that are through stay closed until somebody wants to see them. */
export function Milestones(props: { journey: Journey }) {
  const { journey } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  return (
    <section className={classes.root} aria-label={t('journey.tasks')}>
      {journey.milestones.map(milestone => (
        <Milestone key={milestone.id} journey={journey} milestone={milestone} />
      ))}
    </section>
  );
}

function Milestone(props: { journey: Journey; milestone: JourneyMilestone }) {
  const { journey, milestone } = props;
  const { tasks, progress } = milestone;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const listId = useId();
  const isLeft = tasks.some(
    ({ state }) => state === 'open' || state === 'locked',
  );
  const [isChosenOpen, setIsChosenOpen] = useState<boolean>();
  const [isFull, setIsFull] = useState(false);
  const isMeant = useIsAddressed();
  const meant = tasks.findIndex(({ id }) =>
    isMeant(anchors.task(journey.id, id)),
  );
  const isOpen = isChosenOpen ?? (isLeft || meant >= 0);
  const shown = isFull || meant >= SHOWN ? tasks : tasks.slice(0, SHOWN);
  return (
    <div>
      <div className={classes.head}>
        <Typography variant="h6" component="h3">
          <bdi>{milestone.title}</bdi>
        </Typography>
        <Due milestone={milestone} />
        {!isLeft && tasks.length > 0 && (
          <Button
            size="small"
            aria-expanded={isOpen}
            aria-controls={isOpen ? listId : undefined}
            onClick={() => setIsChosenOpen(!isOpen)}
          >
            {isOpen ? t('journey.hide') : t('journey.show')}
          </Button>
        )}
      </div>
      <Progress progress={progress} />
      {isOpen && (
        <ul id={listId} className={classes.list} aria-label={milestone.title}>
          {shown.map(task => (
            <TaskRow
              key={task.id}
              journeyId={journey.id}
              task={task}
              isMine={journey.role === 'self' && task.for === 'newcomer'}
              // Above all tasks the next one is open already.
              isShownElsewhere={task.id === journey.next}
            />
          ))}
        </ul>
      )}
      {isOpen && shown.length < tasks.length && (
        <Button size="small" color="primary" onClick={() => setIsFull(true)}>
          {t('journey.more', { count: tasks.length - shown.length })}
        </Button>
      )}
    </div>
  );
}

function Due(props: { milestone: JourneyMilestone }) {
  const { dueAt, progress } = props.milestone;
  const { t } = useTranslationRef(onboardingTranslationRef);
  if (!dueAt || progress.done >= progress.total) {
    return null;
  }
  const isOver = Date.parse(dueAt) < Date.now();
  return (
    <Typography variant="body2" color="textSecondary" component="span">
      {t(isOver ? 'journey.overdue' : 'journey.due', {
        day: <Day time={dueAt} />,
      })}
    </Typography>
  );
}
