import { DocsVote, MissingPart, TaskFigures } from '../api';
import { medianOf } from './median';
import { CohortEntry, tabulate } from './smallCohorts';

/** What happened with a task on one journey. Times are milliseconds since the epoch. @public */
export interface TaskPassage extends CohortEntry {
  /** When it could be begun; absent where it was done before its turn. */
  openSince?: number;
  doneAt?: number;
  isDone: boolean;
  /** Who asked for help, and what was missing. */
  calls: readonly { by: string; missing: MissingPart }[];
  /** Who voted on the documentation, and how. */
  vote?: { by: string; vote: DocsVote };
}

/**
 * How a task goes, of all who met it: those who could begin it. Undefined where nothing may be told of them. How many of
 * them have done it, and how many had somebody ask for help, tells of all who met it. How long it took, what was missing
 * and how they voted tells of those alone who have done it, asked or voted, and is left out where these are too few.
 *
 * @param passages - of all journeys on the tracks in question
 * @param of - of whom it is told: those on a track, those of a row of it, or those of a row in all tracks
 * @public
 */
export function summariseTask(
  task: Pick<TaskFigures, 'taskId' | 'milestoneId' | 'title' | 'takes'>,
  passages: readonly TaskPassage[],
  of: { track?: string; row?: string },
): TaskFigures | undefined {
  const all = passages.filter(isMet);
  const met = tabulate(all)(of);
  if (met.length === 0) {
    return undefined;
  }
  const seconds = tabulate(all.flatMap(readTime))(of).map(one => one.seconds);
  const calls = tabulate(all.flatMap(readCalls))(of);
  const votes = tabulate(all.flatMap(readVote))(of);
  const medianTime = medianOf(seconds);
  return {
    ...task,
    met: met.length,
    done: met.filter(({ isDone }) => isDone).length,
    ...(medianTime !== undefined && { medianTime }),
    stuckShare: met.filter(one => one.calls.length > 0).length / met.length,
    ...(calls.length > 0 && {
      missing: {
        context: calls.filter(one => one.missing === 'context').length,
        confidence: calls.filter(one => one.missing === 'confidence').length,
      },
    }),
    ...(votes.length > 0 && {
      votes: {
        found: votes.filter(({ vote }) => vote === 'found').length,
        wrong: votes.filter(({ vote }) => vote === 'wrong').length,
        missing: votes.filter(({ vote }) => vote === 'missing').length,
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

function isMet({ openSince, isDone }: TaskPassage): boolean {
  return isDone || openSince !== undefined;
}

function readTime({ person, track, row, column, ...passage }: TaskPassage) {
  const { isDone, openSince, doneAt } = passage;
  if (!isDone || openSince === undefined || doneAt === undefined) {
    return [];
  }
  const seconds = Math.max(0, Math.round((doneAt - openSince) / 1000));
  return [{ person, track, row, column, seconds }];
}

function readCalls({ track, row, column, calls }: TaskPassage) {
  return calls.map(({ by: person, missing }) => ({
    person,
    track,
    row,
    column,
    missing,
  }));
}

function readVote({ track, row, column, vote }: TaskPassage) {
  return vote ? [{ person: vote.by, track, row, column, vote: vote.vote }] : [];
}
