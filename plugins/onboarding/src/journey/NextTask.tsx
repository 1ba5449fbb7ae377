import {
  Journey,
  JourneyTask,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Day, useTranslationRef } from '@fairlead/frontend-parts';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useEffect, useRef } from 'react';
import { EntityName } from '../person';
import { useDurationFormat } from '../states';
import {
  DocsVotes,
  HelpState,
  MainAction,
  StuckButton,
  TaskDescription,
  useVerifiedByWords,
} from '../tasks';
import { onboardingTranslationRef } from '../translation';
import { findNext } from './findNext';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(2),
      borderInlineStart: `6px solid ${theme.palette.primary.main}`,
      overflowWrap: 'anywhere',
    },
    // It takes the focus when the button that had it is gone, and is nothing to press.
    focus: { '&:focus': { outline: 'none' } },
    title: { fontSize: '1.6rem', lineHeight: 1.25, fontWeight: 600 },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginTop: theme.spacing(2),
    },
  }),
  { name: 'FairleadNextTask' },
);

/** The task to go on with: what it is, how it is verified, the one button that does it, and the way to help. */
export function NextTask(props: { journey: Journey }) {
  const { journey } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const { task, milestone } = findNext(journey);
  const isSelf = journey.role === 'self';
  if (task) {
    return <Task journey={journey} task={task} dueAt={milestone?.dueAt} />;
  }
  return journey.state === 'finished' ? (
    <Nothing
      title={t(isSelf ? 'journey.finished.title' : 'journey.finished.theirs')}
    >
      {journey.progress.total > 0 &&
        t('journey.finished.text', { count: journey.progress.total })}
    </Nothing>
  ) : (
    <Nothing
      title={t(isSelf ? 'journey.waiting.title' : 'journey.waiting.theirs')}
    >
      {t('journey.waiting.text')}
    </Nothing>
  );
}

function Task(props: {
  journey: Journey;
  task: JourneyTask;
  dueAt: string | undefined;
}) {
  const { journey, task, dueAt } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const formatDuration = useDurationFormat();
  const sayVerifiedBy = useVerifiedByWords();
  const isSelf = journey.role === 'self';
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(task.id);
  useEffect(() => {
    const isAnother = shown.current !== task.id;
    shown.current = task.id;
    // Whoever has just done a task by the keyboard goes on from the next one.
    if (isAnother && document.activeElement === document.body) {
      heading.current?.focus({ preventScroll: true });
    }
  }, [task.id]);
  return (
    <Paper component="section" className={classes.root}>
      <Typography variant="overline" component="p" color="textSecondary">
        {isSelf
          ? t('journey.next.label')
          : t('journey.next.theirs', {
              user: <EntityName entityRef={journey.userRef} />,
            })}
        {task.takes !== undefined && (
          <>
            {' · '}
            {t('journey.next.takes', { duration: formatDuration(task.takes) })}
          </>
        )}
        {dueAt && (
          <>
            {' · '}
            {t('journey.next.due', { day: <Day time={dueAt} /> })}
          </>
        )}
        {task.optional && <> · {t('journey.next.optional')}</>}
      </Typography>
      <Typography
        component="h3"
        ref={heading}
        tabIndex={-1}
        className={`${classes.title} ${classes.focus}`}
        gutterBottom
      >
        <bdi>{task.title}</bdi>
      </Typography>
      <TaskDescription task={task} />
      <Typography variant="body1">{sayVerifiedBy(task, isSelf)}</Typography>
      {task.isLong && !task.help && (
        <Typography variant="body2" role="note">
          {t('tasks.long')}
        </Typography>
      )}
      <HelpState journeyId={journey.id} task={task} isMine={isSelf} />
      {/* Anew for each task, so that a second press does not do the next one. */}
      <div key={task.id} className={classes.actions}>
        <MainAction journeyId={journey.id} task={task} size="large" />
        <StuckButton journeyId={journey.id} task={task} size="large" />
      </div>
      <DocsVotes journeyId={journey.id} task={task} />
    </Paper>
  );
}

function Nothing(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <Paper component="section" className={classes.root}>
      <Typography component="h3" className={classes.title} gutterBottom>
        {props.title}
      </Typography>
      <Typography variant="body1">{props.children}</Typography>
    </Paper>
  );
}
