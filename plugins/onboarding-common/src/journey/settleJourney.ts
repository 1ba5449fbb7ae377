import { JourneyProgress, JourneyState } from '../api';
import { TrackPlan } from '../track';
import { findLocks, placeTasks, TaskInPlace, TaskRecords } from './taskRecord';

/** What follows from the tasks of a journey; times are milliseconds since the epoch. @public */
export interface SettledJourney {
  state: Exclude<JourneyState, 'ended'>;
  /** When the first task was done. */
  firstDoneAt?: number;
  /** When the last one that counts was settled. */
  finishedAt?: number;
  /** Since when each task can be done. Those that wait for others, and those done before their turn, have no time. */
  openSince: Map<string, number>;
}

/**
 * Works out where a journey stands. It follows from what is kept of its tasks and nothing else: whatever was told first,
 * the end is the same.
 *
 * @public
 */
export function settleJourney(options: {
  plan: TrackPlan;
  records: TaskRecords;
  createdAt: number;
  startAt: number;
}): SettledJourney {
  const { plan, records } = options;
  const tasks = placeTasks(plan, records).flatMap(milestone => milestone.tasks);
  const done = tasks.flatMap(({ record }) => settledAt(record, ['done']));
  const counted = tasks.filter(({ task }) => !task.optional);
  const isFinished =
    counted.length > 0 &&
    counted.every(({ record }) => record.state !== 'open');
  const settled = counted.flatMap(({ record }) => settledAt(record));
  return {
    state: stateOf({ isFinished, isBegun: done.length > 0 }),
    ...(done.length > 0 && { firstDoneAt: Math.min(...done) }),
    ...(isFinished && { finishedAt: Math.max(...settled) }),
    openSince: findOpenings(tasks, options),
  };
}

/** Sums tasks up. Optional tasks, and those waived or not applicable, do not count. */
export function countProgress(tasks: readonly TaskInPlace[]): JourneyProgress {
  const count = (isCounted: (one: TaskInPlace) => boolean) =>
    tasks.filter(isCounted).length;
  const isLeft = ({ record: { state } }: TaskInPlace) =>
    state === 'open' || state === 'done';
  const isDone = ({ record: { state } }: TaskInPlace) => state === 'done';
  return {
    done: count(one => isDone(one) && !one.task.optional),
    total: count(one => isLeft(one) && !one.task.optional),
    optionalDone: count(one => isDone(one) && one.task.optional),
    optionalTotal: count(one => isLeft(one) && one.task.optional),
    waived: count(one => !isLeft(one)),
  };
}

function stateOf(options: { isFinished: boolean; isBegun: boolean }) {
  if (options.isFinished) {
    return 'finished';
  }
  return options.isBegun ? 'on-the-way' : 'not-started';
}

function settledAt(
  { state, doneAt, waivedAt }: TaskInPlace['record'],
  states: readonly string[] = ['done', 'waived', 'not-applicable'],
): number[] {
  const at = state === 'done' ? doneAt : waivedAt;
  return states.includes(state) && at !== undefined ? [at] : [];
}

function findOpenings(
  tasks: readonly TaskInPlace[],
  options: { createdAt: number; startAt: number },
): Map<string, number> {
  const all = new Map(tasks.map(one => [one.task.id, one]));
  const openings = new Map<string, number>();
  for (const { task, record } of tasks) {
    const before = task.after.flatMap(id => {
      const one = all.get(id);
      return one ? settledAt(one.record) : [];
    });
    const createdAt = createdFor(record, options);
    const since = Math.max(
      createdAt,
      // Others prepare before day one.
      task.for === 'newcomer' ? options.startAt : createdAt,
      ...before,
    );
    const isLocked = findLocks(task, all).length > 0;
    const isBeforeItsTurn =
      record.doneAt !== undefined && record.doneAt < since;
    if (!isLocked && !isBeforeItsTurn) {
      openings.set(task.id, since);
    }
  }
  return openings;
}

/** What was done before anything was kept of the journey could be begun from its start. */
function createdFor(
  { doneAt }: TaskInPlace['record'],
  { createdAt, startAt }: { createdAt: number; startAt: number },
): number {
  return doneAt !== undefined && doneAt < createdAt
    ? Math.min(createdAt, startAt)
    : createdAt;
}
