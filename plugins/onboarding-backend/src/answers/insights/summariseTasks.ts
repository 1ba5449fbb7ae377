import {
  byStuck,
  PlannedTask,
  summariseTask,
  TaskFigures,
  TrackPlan,
} from '@fairlead/backstage-plugin-onboarding-common';
import { JourneyPassage } from '../../records/figures';

/** How tasks go, the most stuck first; those of which nothing may be told are left out. */
export function summariseTasks(
  passages: readonly JourneyPassage[],
  options: {
    /** Of whom it is told, see `summariseTask`. */
    of: { track?: string; row?: string };
    /** In which the tasks are named; the last one that has a task counts. */
    plans: readonly TrackPlan[];
  },
): TaskFigures[] {
  const { of, plans } = options;
  const planned = new Map(
    plans.flatMap(({ milestones }) =>
      milestones.flatMap(({ tasks }) => tasks.map(task => [task.id, task])),
    ) as [string, PlannedTask][],
  );
  const byTask = new Map<string, JourneyPassage[]>();
  for (const passage of passages) {
    const before = byTask.get(passage.taskId) ?? [];
    before.push(passage);
    byTask.set(passage.taskId, before);
  }
  return [...byTask]
    .flatMap(([taskId, own]) => {
      const [{ generated, milestoneId }] = own;
      const task: PlannedTask | undefined =
        generated === null ? planned.get(taskId) : JSON.parse(generated);
      return (
        summariseTask(
          {
            taskId,
            milestoneId,
            title: task?.title ?? taskId,
            ...(task?.takes !== undefined && { takes: task.takes }),
          },
          own,
          of,
        ) ?? []
      );
    })
    .sort(byStuck);
}
