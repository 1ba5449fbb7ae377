import { NotFoundError } from '@backstage/errors';
import { ForUser } from '@fairlead/backend-routes';
import { isolated } from '@fairlead/bidi-text';
import {
  Journey,
  JourneyTask,
} from '@fairlead/backstage-plugin-onboarding-common';
import { AuthorizedJourneyAnswers } from '../../answers/journeys';

/** A task of the caller's own journey. Throws a NotFoundError for that of anybody else, be it their buddy's. */
export async function findOwnTask(
  { journeyId, taskId }: { journeyId: string; taskId: string },
  options: { caller: ForUser; journeyAnswers: AuthorizedJourneyAnswers },
): Promise<{ journey: Journey; task: JourneyTask }> {
  const { caller, journeyAnswers } = options;
  const journey = await journeyAnswers.get(journeyId, caller);
  const task = journey.milestones
    .flatMap(({ tasks }) => tasks)
    .find(({ id }) => id === taskId);
  if (journey.role !== 'self' || !task) {
    throw new NotFoundError(
      isolated`You have no task '${taskId}' on a journey '${journeyId}'; the action 'my-next-task' names those that you have`,
    );
  }
  return { journey, task };
}
