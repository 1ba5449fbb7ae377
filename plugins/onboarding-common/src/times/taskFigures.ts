import { DocsVote, MissingPart, TaskFigures } from '../api';
import { medianOf } from './median';
import { isEnough } from './smallCohorts';

/** What happened with a task on one journey. Times are milliseconds since the epoch. @public */
export interface TaskPassage {
  person: string;
  /** When it could be begun; absent where it was done before its turn. */
  openSince?: number;
  doneAt?: number;
  isDone: boolean;
  /** What was missing, of each call for help. */
  missing: readonly MissingPart[];
  vote?: DocsVote;
}

/**
 * How a task goes, of all who met it: those who could begin it. Undefined of fewer than five. What fewer than five did of
 * them, asked or voted, is left out one by one.
 *
 * @public
 */
export function summariseTask(
  task: Pick<TaskFigures, 'taskId' | 'milestoneId' | 'title' | 'takes'>,
  passages: readonly TaskPassage[],
): TaskFigures | undefined {
  const met = passages.filter(
    ({ openSince, isDone }) => isDone || openSince !== undefined,
  );
  if (!isEnough(met.map(({ person }) => person))) {
    return undefined;
  }
  const done = met.filter(({ isDone }) => isDone);
  const timed = done.filter(
    ({ openSince, doneAt }) => openSince !== undefined && doneAt !== undefined,
  );
  const stuck = met.filter(({ missing }) => missing.length > 0);
  const voted = met.filter(({ vote }) => vote !== undefined);
  const isTold = (some: readonly TaskPassage[]) =>
    isEnough(some.map(({ person }) => person));
  const medianTime = isTold(timed)
    ? medianOf(
        timed.map(({ openSince, doneAt }) =>
          Math.max(0, Math.round((doneAt! - openSince!) / 1000)),
        ),
      )
    : undefined;
  return {
    ...task,
    met: met.length,
    done: done.length,
    ...(medianTime !== undefined && { medianTime }),
    stuckShare: stuck.length / met.length,
    ...(isTold(stuck) && {
      missing: {
        context: countMissing(stuck, 'context'),
        confidence: countMissing(stuck, 'confidence'),
      },
    }),
    ...(isTold(voted) && {
      votes: {
        found: countVotes(voted, 'found'),
        wrong: countVotes(voted, 'wrong'),
        missing: countVotes(voted, 'missing'),
      },
    }),
  };
}

/** The most stuck first, then those that take longest. @public */
export function byStuck(one: TaskFigures, other: TaskFigures): number {
  return (
    (other.stuckShare ?? 0) - (one.stuckShare ?? 0) ||
    (other.medianTime ?? 0) - (one.medianTime ?? 0) ||
    one.taskId.localeCompare(other.taskId, 'en')
  );
}

function countMissing(
  passages: readonly TaskPassage[],
  part: MissingPart,
): number {
  return passages.flatMap(({ missing }) => missing).filter(one => one === part)
    .length;
}

function countVotes(passages: readonly TaskPassage[], vote: DocsVote): number {
  return passages.filter(passage => passage.vote === vote).length;
}
