import { TaskForOther } from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityName } from '../person';
import { TaskRow } from '../tasks';
import { onboardingTranslationRef } from '../translation';

const useStyles = makeStyles(
  { list: { margin: 0, padding: 0, listStyle: 'none' } },
  { name: 'FairleadOthersTasks' },
);

/** The tasks that journeys of others have for the reader, by whose journey it is. */
export function OthersTasks(props: { tasks: readonly TaskForOther[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const journeys = new Map<string, TaskForOther[]>();
  for (const one of props.tasks) {
    const tasks = journeys.get(one.journeyId) ?? [];
    journeys.set(one.journeyId, [...tasks, one]);
  }
  return (
    <>
      {[...journeys].map(([journeyId, tasks]) => (
        <div key={journeyId}>
          <Typography variant="body2" component="div">
            {t('forOthers.tasks', {
              user: <EntityName entityRef={tasks[0].userRef} />,
              track: tasks[0].trackTitle,
            })}
          </Typography>
          <ul className={classes.list}>
            {tasks.map(({ task }) => (
              <TaskRow
                key={task.id}
                journeyId={journeyId}
                task={task}
                isMine={task.for !== 'newcomer'}
              />
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
