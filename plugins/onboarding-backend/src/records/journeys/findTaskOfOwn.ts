import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { PlannedTask } from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { DbJourneyTaskRow } from '../../database/tables';
import { unknownJourney } from './DatabaseJourneys';
import { JourneyInHand, lockJourneys, tasksOf } from './JourneyInHand';
import { JourneyActor } from './Journeys';
import { readStanding } from './readStanding';

/**
 * A task that is somebody's own to do, with its journey taken in hand.
 *
 * @throws NotFoundError, the same for a journey that does not exist and for one that is no business of theirs
 * @throws NotAllowedError for a task that is for somebody else
 */
export async function findTaskOfOwn(
  tx: Knex,
  options: { journeyId: string; taskId: string; actor: JourneyActor },
): Promise<{
  journey: JourneyInHand;
  task: DbJourneyTaskRow;
  planned: PlannedTask;
}> {
  const { journeyId, taskId, actor } = options;
  const [journey] = await lockJourneys(tx, [journeyId]);
  const standing = journey && (await readStanding(tx, journey, actor));
  if (!standing) {
    throw unknownJourney(journeyId);
  }
  const task = journey.tasks.get(taskId);
  const planned = tasksOf(journey).find(({ id }) => id === taskId);
  if (!task || !planned) {
    throw new NotFoundError(
      isolated`The journey '${journeyId}' has no task '${taskId}'; read the journey for its tasks`,
    );
  }
  if (!standing.does(task.doer)) {
    throw new NotAllowedError(
      isolated`The task '${taskId}' is for somebody else: ${task.doer}`,
    );
  }
  return { journey, task, planned };
}
