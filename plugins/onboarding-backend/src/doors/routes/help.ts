import { AuditorService } from '@backstage/backend-plugin-api';
import { asUser, audited, defineRoute } from '@fairlead/backend-routes';
import { AuthorizedJourneyAnswers } from '../../answers/journeys';
import { AuthorizedHelp } from '../../records/help';
import { AuthorizedVotes } from '../../records/votes';
import {
  AskForHelpBody,
  ReplyToHelpBody,
  SolveTaskBody,
  VoteOnDocsBody,
} from '../schema/help';
import {
  ChangedJourneySchema,
  HelpRequestSchema,
  JourneyPath,
  TaskPath,
} from '../schema/journeys';

/** What a change of a journey answers. */
const changed = {
  description:
    'The journey as it is then; to whoever may not see it, that it was changed',
  content: { 'application/json': ChangedJourneySchema },
};

export function createHelpRoutes(options: {
  auditor: AuditorService;
  help: AuthorizedHelp;
  journeyAnswers: AuthorizedJourneyAnswers;
  votes: AuthorizedVotes;
}) {
  const { auditor, help, journeyAnswers, votes } = options;
  return [
    defineRoute({
      operationId: 'askForHelp',
      summary: 'Says that one is stuck on a task',
      description:
        'The answers go to the buddy who agreed to go along, or else to the owner of the task. One call for help on a task waits at a time. Software may ask for the person for whom it acts.',
      method: 'post',
      path: '/journeys/:id/tasks/:task/help',
      params: TaskPath,
      body: AskForHelpBody,
      allow: ['user'],
      response: changed,
      errors: [404, 409, 413, 429],
      handle: async ({ params, body, credentials, req }) => {
        const caller = asUser(credentials);
        const receipt = await audited(
          auditor,
          {
            eventId: 'help-ask',
            severityLevel: 'low',
            request: req,
            meta: { ...params },
          },
          () => help.ask(params.id, params.task, body, caller),
        );
        return journeyAnswers.tell(receipt, caller);
      },
    }),

    defineRoute({
      operationId: 'replyToHelp',
      summary: 'Answers somebody who is stuck',
      description:
        'For whoever the call for help went to: the user, or one of the group. For people alone.',
      method: 'post',
      path: '/help-requests/:id/reply',
      params: JourneyPath,
      body: ReplyToHelpBody,
      allow: ['user'],
      response: {
        description: 'The call for help with its answer',
        content: { 'application/json': HelpRequestSchema },
      },
      errors: [404, 409, 413],
      handle: async ({ params, body, credentials, req }) =>
        audited(
          auditor,
          {
            eventId: 'help-reply',
            severityLevel: 'low',
            request: req,
            meta: { id: params.id },
          },
          () => help.reply(params.id, body, asUser(credentials)),
        ),
    }),

    defineRoute({
      operationId: 'solveTask',
      summary: 'Says that one goes on',
      description:
        'Ends the time for which one was stuck. A task that is done ends it as well.',
      method: 'post',
      path: '/journeys/:id/tasks/:task/solved',
      params: TaskPath,
      body: SolveTaskBody,
      allow: ['user'],
      response: changed,
      errors: [404, 409, 413],
      handle: async ({ params, credentials, req }) => {
        const caller = asUser(credentials);
        const receipt = await audited(
          auditor,
          {
            eventId: 'help-solve',
            severityLevel: 'low',
            request: req,
            meta: { ...params },
          },
          () => help.solve(params.id, params.task, caller),
        );
        return journeyAnswers.tell(receipt, caller);
      },
    }),

    defineRoute({
      operationId: 'voteOnDocs',
      summary: 'Says how the documentation of a task was',
      description:
        'In the place of what one said before. The owner is told of what is wrong or missing, at most once a day, and not by whom.',
      method: 'post',
      path: '/journeys/:id/tasks/:task/vote',
      params: TaskPath,
      body: VoteOnDocsBody,
      allow: ['user'],
      response: changed,
      errors: [404, 409, 413],
      handle: async ({ params, body, credentials, req }) => {
        const caller = asUser(credentials);
        const receipt = await audited(
          auditor,
          {
            eventId: 'docs-vote',
            severityLevel: 'low',
            request: req,
            meta: { ...params, vote: body.vote },
          },
          () => votes.give(params.id, params.task, body, caller),
        );
        return journeyAnswers.tell(receipt, caller);
      },
    }),
  ];
}
