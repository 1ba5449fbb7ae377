import { PlannedTask, TrackPlan } from '../track';

/** Where a task stands, as it is stored. `gone`: the catalog no longer adds it. @public */
export type TaskRecordState =
  | 'open'
  | 'done'
  | 'waived'
  | 'not-applicable'
  | 'gone';

/** What is kept of a task of a journey; times are milliseconds since the epoch. @public */
export interface TaskRecord {
  state: TaskRecordState;
  /** Of one that the catalog adds: the task itself, and where it belongs. */
  generated?: { milestoneId: string; position: number; task: PlannedTask };
  doneAt?: number;
  waivedAt?: number;
}

/** What is kept of the tasks of a journey, by their ids. A task without a record is open. @public */
export type TaskRecords = ReadonlyMap<string, TaskRecord>;

/** A task of a journey with what is kept of it. */
export interface TaskInPlace {
  task: PlannedTask;
  record: TaskRecord;
}

/** A milestone with its tasks in order. */
interface MilestoneInPlace {
  id: string;
  title: string;
  due?: number;
  tasks: TaskInPlace[];
}

const OPEN: TaskRecord = { state: 'open' };

/** The milestones of a journey in order: those of its plan with what the catalog added to them. */
export function placeTasks(
  plan: TrackPlan,
  records: TaskRecords,
): MilestoneInPlace[] {
  const planned = new Set(
    plan.milestones.flatMap(({ tasks }) => tasks.map(({ id }) => id)),
  );
  const added = new Map<string, TaskRecord[]>();
  for (const [id, record] of records) {
    if (record.generated && record.state !== 'gone' && !planned.has(id)) {
      const { milestoneId } = record.generated;
      added.set(milestoneId, [...(added.get(milestoneId) ?? []), record]);
    }
  }
  return plan.milestones.map(({ id, title, due, tasks }) => ({
    id,
    title,
    ...(due !== undefined && { due }),
    tasks: [
      ...tasks.map(task => ({ task, record: records.get(task.id) ?? OPEN })),
      ...(added.get(id) ?? [])
        .sort((a, b) => a.generated!.position - b.generated!.position)
        .map(record => ({ task: record.generated!.task, record })),
    ],
  }));
}

/** The tasks that come before one and are open, so that it waits. What is not on the journey holds up nothing. */
export function findLocks(
  task: PlannedTask,
  all: ReadonlyMap<string, TaskInPlace>,
): PlannedTask[] {
  return task.after.flatMap(id => {
    const before = all.get(id);
    return before?.record.state === 'open' ? [before.task] : [];
  });
}
