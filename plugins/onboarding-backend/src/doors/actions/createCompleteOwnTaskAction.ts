import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { NotAllowedError } from '@backstage/errors';
import {
  actionZod as z,
  parseInput,
  registerAction,
} from '@fairlead/backend-routes';
import { isolated } from '@fairlead/bidi-text';
import { z as zod } from 'zod';
import { AuthorizedJourneyAnswers } from '../../answers/journeys';
import { AuthorizedJourneys } from '../../records/journeys';
import { CompleteTaskBody } from '../schema/journeys';
import { asPerson } from './asPerson';
import { findOwnTask } from './findOwnTask';

const Input = CompleteTaskBody.omit({ at: true }).extend({
  journeyId: zod.string().min(1).max(200),
  taskId: zod.string().min(1).max(200),
});

export function createCompleteOwnTaskAction(options: {
  actionsRegistry: ActionsRegistryService;
  journeyAnswers: AuthorizedJourneyAnswers;
  journeys: AuthorizedJourneys;
}) {
  const { actionsRegistry, journeyAnswers, journeys } = options;
  registerAction(actionsRegistry, {
    name: 'complete-own-task',
    title: 'Mark an onboarding task of mine as done',
    description:
      'Marks a task as done that the person for whom it is called may mark by themselves. Ask them first. What a record, a fact, a template or the buddy verifies, it cannot mark.',
    does: 'changes',
    input: z.object({
      journeyId: z.string(),
      taskId: z.string(),
      url: z.string().optional().describe('What shows that it is done'),
    }),
    output: z.object({
      taskId: z.string(),
      state: z.string(),
    }),
    action: async ({ input, credentials }) => {
      const caller = asPerson(credentials);
      const { journeyId, taskId, url } = parseInput(Input, input, 'Input');
      const asked = { caller, journeyAnswers };
      const { task } = await findOwnTask({ journeyId, taskId }, asked);
      if (task.verifiedBy.by !== 'self') {
        throw new NotAllowedError(
          isolated`The task '${taskId}' is verified by ${task.verifiedBy.by}; software verifies nothing else for a person`,
        );
      }
      await journeys.complete(
        journeyId,
        taskId,
        { ...(url !== undefined && { url }) },
        caller,
      );
      const after = await findOwnTask({ journeyId, taskId }, asked);
      return { taskId, state: after.task.state };
    },
  });
}
