import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { actionZod as z, registerAction } from '@fairlead/backend-routes';
import {
  Journey,
  JourneyTask,
  OPEN_STATES,
} from '@fairlead/backstage-plugin-onboarding-common';
import { AuthorizedJourneyAnswers } from '../../answers/journeys';
import { asPerson } from './asPerson';

export function createMyNextTaskAction(options: {
  actionsRegistry: ActionsRegistryService;
  journeyAnswers: AuthorizedJourneyAnswers;
}) {
  const { actionsRegistry, journeyAnswers } = options;
  registerAction(actionsRegistry, {
    name: 'my-next-task',
    title: 'Tell my next onboarding task',
    description:
      'Tells on each journey of the person for whom it is called which task to go on with, how it is verified, and whom to ask. Reads nothing of anybody else, and changes nothing.',
    does: 'reads',
    input: z.object({}),
    output: z.object({
      journeys: z.array(
        z.object({
          journeyId: z.string(),
          title: z.string(),
          done: z.number(),
          total: z.number(),
          next: z
            .object({
              taskId: z.string(),
              title: z.string(),
              description: z.string().optional().describe('Markdown'),
              docs: z.string().optional(),
              links: z.array(
                z.object({ url: z.string(), title: z.string().optional() }),
              ),
              verifiedBy: z
                .enum(['record', 'fact', 'template', 'buddy', 'self'])
                .describe(
                  "Who or what says that it is done; with 'self' the action 'complete-own-task' may",
                ),
              canComplete: z.boolean(),
              askFirst: z.string().describe('The ref of whom to ask'),
            })
            .optional()
            .describe('Absent where nothing is open for them'),
        }),
      ),
    }),
    action: async ({ credentials }) => {
      const { journeys } = await journeyAnswers.getMine(asPerson(credentials));
      return {
        journeys: journeys
          .filter(({ state }) => OPEN_STATES.includes(state))
          .map(journey => ({
            journeyId: journey.id,
            title: journey.title,
            done: journey.progress.done,
            total: journey.progress.total,
            ...toNext(journey),
          })),
      };
    },
  });
}

function toNext(journey: Journey) {
  const task = journey.milestones
    .flatMap(({ tasks }) => tasks)
    .find(({ id }) => id === journey.next);
  return task ? { next: toTask(task, journey) } : {};
}

function toTask(task: JourneyTask, { people }: Journey) {
  const buddy = people.find(
    ({ role, state }) => role === 'buddy' && state === 'accepted',
  );
  return {
    taskId: task.id,
    title: task.title,
    ...(task.description !== undefined && { description: task.description }),
    ...(task.docs !== undefined && { docs: task.docs }),
    links: task.links,
    verifiedBy: task.verifiedBy.by,
    canComplete: isOwnToMark(task),
    askFirst: buddy?.ref ?? task.ownerRef,
  };
}

/** The person marks it by themselves, and nothing comes first. */
function isOwnToMark({ verifiedBy, can }: JourneyTask): boolean {
  return verifiedBy.by === 'self' && can.includes('complete');
}
