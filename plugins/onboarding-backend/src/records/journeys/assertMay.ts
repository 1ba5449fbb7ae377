import { ConflictError, NotAllowedError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import {
  planJourney,
  StandingTask,
} from '@fairlead/backstage-plugin-onboarding-common';
import { DbJourneyTaskRow } from '../../database/tables';
import { JourneyInHand, toRecords } from './JourneyInHand';
import { JourneyActor } from './Journeys';
import { Standing } from './createStanding';

/** What shows that a task is done which nobody says of it. */
const SHOWN_BY = {
  record: 'the work itself, once it is recorded',
  fact: 'a fact of a scorecard',
  template: 'the run of its template; start it instead',
} as const;

/** Whether somebody may say that a task is done: whoever does it, or the buddy where the buddy looks at it. */
export function mayComplete(
  task: Pick<DbJourneyTaskRow, 'doer' | 'verification'>,
  standing: Pick<Standing, 'does' | 'buddy'>,
  actor: Pick<JourneyActor, 'byAgent'>,
): boolean {
  if (task.verification === 'buddy') {
    return standing.buddy === 'accepted' && !actor.byAgent;
  }
  return task.verification === 'self' && standing.does(task.doer);
}

/** Whether somebody may take a task out of the count. */
export function mayWaive(
  task: Pick<DbJourneyTaskRow, 'optional'>,
  standing: Pick<Standing, 'answersForTrack' | 'buddy' | 'isSelf'>,
  actor: Pick<JourneyActor, 'byAgent'>,
): boolean {
  if (actor.byAgent && !standing.answersForTrack) {
    return false;
  }
  return (
    standing.answersForTrack ||
    standing.buddy === 'accepted' ||
    (standing.isSelf && Boolean(task.optional))
  );
}

/** Throws a NotAllowedError or a ConflictError that says what to do. */
export function assertMayComplete(
  task: DbJourneyTaskRow,
  standing: Standing,
  actor: JourneyActor,
): void {
  if (mayComplete(task, standing, actor)) {
    return;
  }
  if (task.verification === 'buddy') {
    throw new NotAllowedError(
      actor.byAgent
        ? 'The buddy looks at this task in person; software verifies nothing for them'
        : 'The buddy says when this task is done, once they have agreed to go along',
    );
  }
  if (task.verification !== 'self') {
    throw new ConflictError(
      isolated`The task '${
        task.task_id
      }' is not ticked by hand: it is shown by ${SHOWN_BY[task.verification]}`,
    );
  }
  throw new NotAllowedError(
    isolated`The task '${task.task_id}' is for somebody else: ${task.doer}`,
  );
}

/** Throws a ConflictError that names what comes first. */
export function assertUnlocked(journey: JourneyInHand, taskId: string): void {
  const { lockedBy = [] } = findStanding(journey, taskId) ?? {};
  if (lockedBy.length > 0) {
    const titles = lockedBy.map(({ title }) => `'${title}'`).join(', ');
    throw new ConflictError(isolated`First comes: ${titles}`);
  }
}

/** Throws a ConflictError for a journey that was ended. */
export function assertGoesOn({ row }: JourneyInHand): void {
  if (row.state === 'ended') {
    throw new ConflictError(
      isolated`The journey '${row.id}' has ended; begin another one to go on`,
    );
  }
}

function findStanding(
  { row, plan, tasks }: JourneyInHand,
  taskId: string,
): StandingTask | undefined {
  const { milestones } = planJourney({
    plan,
    records: toRecords(tasks),
    createdAt: Number(row.created_at),
    startAt: Number(row.start_at),
    now: 0,
  });
  return milestones
    .flatMap(milestone => milestone.tasks)
    .find(({ task }) => task.id === taskId);
}
