import {
  JourneyMilestone,
  JourneyTask,
} from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityName } from '../person';
import { useDurationFormat } from '../states';
import { useVerifiedByWords } from '../tasks';
import { onboardingTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    milestone: { marginTop: theme.spacing(2), overflowWrap: 'anywhere' },
    list: { margin: 0, padding: 0, listStyle: 'none' },
    task: {
      padding: theme.spacing(0.75, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'FairleadTrackPlan' },
);

/** The tasks of a track by its milestones, as somebody finds them who has not begun. */
export function Plan(props: { milestones: readonly JourneyMilestone[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  return (
    <>
      {props.milestones.map(({ id, title, tasks }) => (
        <section key={id} className={classes.milestone}>
          <Typography variant="h6" component="h3">
            <bdi>{title}</bdi>
          </Typography>
          {tasks.length > 0 ? (
            <ul className={classes.list} aria-label={title}>
              {tasks.map(task => (
                <li key={task.id} className={classes.task}>
                  <PlannedTask task={task} />
                </li>
              ))}
            </ul>
          ) : (
            <Typography variant="body2" color="textSecondary">
              {t('tracks.empty')}
            </Typography>
          )}
        </section>
      ))}
    </>
  );
}

function PlannedTask(props: { task: JourneyTask }) {
  const { task } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const formatDuration = useDurationFormat();
  const sayVerifiedBy = useVerifiedByWords();
  const notes = [
    ...(task.optional ? [t('tracks.optional')] : []),
    ...(task.takes === undefined
      ? []
      : [t('tasks.takes', { duration: formatDuration(task.takes) })]),
    ...(task.generated ? [t('tasks.generated')] : []),
    ...(task.lockedBy.length > 0
      ? [
          t('tracks.after', {
            tasks: task.lockedBy.map(({ title }) => title).join(', '),
          }),
        ]
      : []),
  ];
  return (
    <>
      <Typography variant="body1" component="div">
        <bdi>{task.title}</bdi>
        {task.for !== 'newcomer' && (
          <>
            {' · '}
            {t('tracks.for', { who: <Who role={task.for} /> })}
          </>
        )}
      </Typography>
      <Typography variant="body2" color="textSecondary" component="div">
        {[...notes, sayVerifiedBy(task, task.for === 'newcomer')].join(' · ')}
      </Typography>
    </>
  );
}

function Who(props: { role: string }) {
  const { role } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  return role === 'buddy' || role === 'manager' ? (
    <>{t(`tracks.roles.${role}`)}</>
  ) : (
    <EntityName entityRef={role} />
  );
}
