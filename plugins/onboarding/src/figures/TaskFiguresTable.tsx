import { TaskFigures } from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { useDurationFormat } from '../states';
import { DataTable } from '../table';
import { onboardingTranslationRef } from '../translation';
import { StuckLine } from './StuckLine';

/** Tasks with their times, how many were stuck, what was missing, and what is said of the documentation. */
export function TaskFiguresTable(props: { tasks: readonly TaskFigures[] }) {
  const { tasks } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const formatDuration = useDurationFormat();
  return tasks.length > 0 ? (
    <DataTable
      label={t('figures.table')}
      columns={[
        t('figures.task'),
        t('figures.done'),
        t('figures.time'),
        t('figures.stuck'),
        t('figures.missing'),
        t('figures.docs'),
      ]}
      rows={tasks.map(task => ({
        key: `${task.milestoneId}/${task.taskId}`,
        cells: [
          <bdi key="title">{task.title}</bdi>,
          t('figures.doneOf', { done: task.done, met: task.met }),
          sayTime(task),
          <StuckLine key="stuck" figures={task} />,
          sayMissing(task),
          sayVotes(task),
        ],
      }))}
    />
  ) : (
    <Typography variant="body2">{t('figures.none')}</Typography>
  );

  function sayTime({ medianTime, takes }: TaskFigures) {
    if (medianTime === undefined) {
      return t('figures.tooFew');
    }
    const time = formatDuration(medianTime);
    return takes === undefined
      ? time
      : t('figures.timeTakes', { time, takes: formatDuration(takes) });
  }

  function sayMissing({ missing }: TaskFigures) {
    if (!missing) {
      return '–';
    }
    return (['context', 'confidence'] as const)
      .filter(part => missing[part] > 0)
      .map(part => t(`figures.${part}`, { count: missing[part] }))
      .join(', ');
  }

  function sayVotes({ votes }: TaskFigures) {
    if (!votes) {
      return t('figures.noVotes');
    }
    return [
      t('figures.found', { count: votes.found }),
      t('figures.wrong', { count: votes.wrong }),
      t('figures.missingVotes', { count: votes.missing }),
    ].join(', ');
  }
}
