import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { JourneyTask } from '@fairlead/backstage-plugin-onboarding-common';
import { RelativeTime, useTranslationRef } from '@fairlead/frontend-parts';
import Button, { ButtonProps } from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { MutationError, useJourneyMutation, useMayUpdate } from '../mutations';
import { scaffolderTaskRouteRef } from '../routes';
import { onboardingTranslationRef } from '../translation';

/** The one button that does a task, where the reader can do something; what was started shows how it goes. */
export function MainAction(props: {
  journeyId: string;
  task: JourneyTask;
  size?: ButtonProps['size'];
}) {
  const { journeyId, task, size } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const mayUpdate = useMayUpdate();
  const runLink = useRouteRef(scaffolderTaskRouteRef);
  const act = useJourneyMutation((api, action: 'complete' | 'start') =>
    action === 'start'
      ? api.startTask(journeyId, task.id)
      : api.completeTask(journeyId, task.id),
  );
  const { run } = task;
  const isRunning = run?.state === 'running';
  const action = (['start', 'complete'] as const).find(one =>
    task.can.includes(one),
  );
  const words = action === 'start' && run ? 'startAgain' : action;
  return (
    <>
      {run && task.state !== 'done' && (
        <Typography variant="body2" role="status">
          {t(`tasks.run.${run.state}`, {
            when: <RelativeTime time={run.startedAt} />,
          })}
        </Typography>
      )}
      {run && isRunning && runLink && (
        <LinkButton
          to={runLink({ taskId: run.taskId })}
          variant="contained"
          color="primary"
          size={size}
        >
          {t('tasks.run.open')}
        </LinkButton>
      )}
      {action && words && mayUpdate && !isRunning && (
        <Button
          variant="contained"
          color="primary"
          size={size}
          disabled={act.isPending}
          aria-label={t(`tasks.action.${words}Label`, { title: task.title })}
          onClick={() => act.mutate(action)}
        >
          {t(`tasks.action.${words}`)}
        </Button>
      )}
      <MutationError error={act.error} />
    </>
  );
}
