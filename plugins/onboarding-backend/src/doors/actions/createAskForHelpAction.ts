import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  actionZod as z,
  parseInput,
  registerAction,
} from '@fairlead/backend-routes';
import { z as zod } from 'zod';
import { AuthorizedJourneyAnswers } from '../../answers/journeys';
import { AuthorizedHelp } from '../../records/help';
import { AskForHelpBody } from '../schema/help';
import { asPerson } from './asPerson';
import { findOwnTask } from './findOwnTask';

const Input = AskForHelpBody.extend({
  journeyId: zod.string().min(1).max(200),
  taskId: zod.string().min(1).max(200),
});

export function createAskForHelpAction(options: {
  actionsRegistry: ActionsRegistryService;
  help: AuthorizedHelp;
  journeyAnswers: AuthorizedJourneyAnswers;
}) {
  const { actionsRegistry, help, journeyAnswers } = options;
  registerAction(actionsRegistry, {
    name: 'ask-for-help',
    title: 'Ask for help on an onboarding task of mine',
    description:
      'Tells the buddy, or the owner of the task, that the person for whom it is called is stuck, with their own answers to three questions. Ask them first: it is sent in their name.',
    does: 'adds',
    input: z.object({
      journeyId: z.string(),
      taskId: z.string(),
      tried: z.string().describe('What have you tried?'),
      errorSays: z.string().describe('What does the error say?'),
      ifNobodyWereHere: z
        .string()
        .describe('What would you do if nobody were here?'),
      missing: z.enum(['context', 'confidence']),
    }),
    output: z.object({
      toRef: z.string().optional().describe('The ref of who was asked'),
    }),
    action: async ({ input, credentials }) => {
      const caller = asPerson(credentials);
      const { journeyId, taskId, ...request } = parseInput(
        Input,
        input,
        'Input',
      );
      const asked = { caller, journeyAnswers };
      await findOwnTask({ journeyId, taskId }, asked);
      await help.ask(journeyId, taskId, request, caller);
      const { task } = await findOwnTask({ journeyId, taskId }, asked);
      return { ...(task.help && { toRef: task.help.toRef }) };
    },
  });
}
