import {
  byStuck,
  PlannedTask,
  summariseTask,
  TaskFigures,
} from '@fairlead/backstage-plugin-onboarding-common';
import { JourneyPassage } from '../../records/figures';

/** How tasks go, the most stuck first; those that fewer than five people met are left out. */
export function summariseTasks(
  passages: readonly JourneyPassage[],
  /** As they are named now, by their ids. */
  planned: ReadonlyMap<string, PlannedTask>,
): TaskFigures[] {
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
        ) ?? []
      );
    })
    .sort(byStuck);
}
