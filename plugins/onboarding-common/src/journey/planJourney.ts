import { JourneyProgress, TaskState } from '../api';
import { PlannedTask, TrackPlan } from '../track';
import { countProgress } from './settleJourney';
import {
  findLocks,
  placeTasks,
  TaskInPlace,
  TaskRecord,
  TaskRecords,
} from './taskRecord';

/** A task as it stands now. @public */
export interface StandingTask {
  task: PlannedTask;
  /** What is kept of it. */
  record: TaskRecord;
  state: TaskState;
  /** The tasks that come first and are open. */
  lockedBy: PlannedTask[];
  /** Whoever does it is at it for longer than it says that it takes. */
  isLong: boolean;
}

/** A milestone as it stands now. @public */
export interface StandingMilestone {
  id: string;
  title: string;
  /** Milliseconds since the epoch. */
  dueAt?: number;
  /** It is due, and something of it that counts is open. */
  isOverdue: boolean;
  progress: JourneyProgress;
  tasks: StandingTask[];
}

/** A journey as it stands now. @public */
export interface StandingJourney {
  progress: JourneyProgress;
  /** The id of the task to go on with. */
  next?: string;
  milestones: StandingMilestone[];
}

/**
 * How a journey stands: which tasks are open, which wait for what, what is late, and what is next.
 *
 * @public
 */
export function planJourney(options: {
  plan: TrackPlan;
  records: TaskRecords;
  /** Milliseconds since the epoch, as all times here. */
  createdAt: number;
  startAt: number;
  now: number;
}): StandingJourney {
  const { plan, records, startAt, now } = options;
  const milestones = placeTasks(plan, records);
  const placed = milestones.flatMap(({ tasks }) => tasks);
  const all = new Map(placed.map(one => [one.task.id, one]));
  const since = createHandSince(placed, options);
  const standing = milestones.map(({ id, title, due, tasks }) => {
    const dueAt = due === undefined ? undefined : startAt + due * 1000;
    const progress = countProgress(tasks);
    return {
      id,
      title,
      ...(dueAt !== undefined && { dueAt }),
      isOverdue:
        dueAt !== undefined && dueAt < now && progress.done < progress.total,
      progress,
      tasks: tasks.map(one => standTask(one, { all, since, now })),
    };
  });
  const next = findNext(standing.flatMap(({ tasks }) => tasks));
  return {
    progress: countProgress(placed),
    ...(next !== undefined && { next }),
    milestones: standing,
  };
}

function standTask(
  { task, record }: TaskInPlace,
  options: {
    all: ReadonlyMap<string, TaskInPlace>;
    since: (task: PlannedTask) => number;
    now: number;
  },
): StandingTask {
  const lockedBy = record.state === 'open' ? findLocks(task, options.all) : [];
  const isOpen = record.state === 'open' && lockedBy.length === 0;
  return {
    task,
    record,
    state: stateOf(record, lockedBy),
    lockedBy,
    isLong:
      isOpen &&
      task.takes !== undefined &&
      options.now - options.since(task) > task.takes * 1000,
  };
}

function stateOf(record: TaskRecord, lockedBy: readonly unknown[]): TaskState {
  if (record.state === 'open' || record.state === 'gone') {
    return lockedBy.length > 0 ? 'locked' : 'open';
  }
  return record.state;
}

/**
 * Since when a task can have been in somebody's hands. Nobody does all open tasks at once: each is taken up after the last
 * one that the same person, or whoever has that role, has done.
 */
function createHandSince(
  placed: readonly TaskInPlace[],
  options: { createdAt: number; startAt: number },
): (task: PlannedTask) => number {
  const times = new Map(placed.map(one => [one.task.id, timeOf(one)]));
  const lastOf = new Map<string, number>();
  for (const one of placed) {
    lastOf.set(
      one.task.for,
      Math.max(lastOf.get(one.task.for) ?? 0, timeOf(one)),
    );
  }
  return task =>
    Math.max(
      task.for === 'newcomer' ? options.startAt : options.createdAt,
      lastOf.get(task.for) ?? 0,
      ...task.after.map(id => times.get(id) ?? 0),
    );
}

function timeOf({ record }: TaskInPlace): number {
  return record.doneAt ?? record.waivedAt ?? 0;
}

/** The first task of the newcomer's own that is open; what is optional comes after all that counts. */
function findNext(tasks: readonly StandingTask[]): string | undefined {
  const open = tasks.filter(
    ({ task, state }) => task.for === 'newcomer' && state === 'open',
  );
  return (open.find(({ task }) => !task.optional) ?? open[0])?.task.id;
}
