import { AuditorService } from '@backstage/backend-plugin-api';
import {
  asUser,
  audited,
  defineRoute,
  sendKept,
} from '@fairlead/backend-routes';
import { createHash } from 'node:crypto';
import { AuthorizedJourneyAnswers } from '../../answers/journeys';
import { AuthorizedJourneys } from '../../records/journeys';
import {
  AnswerBuddyBody,
  ChangedJourneySchema,
  CompleteTaskBody,
  EndJourneyBody,
  JourneyPath,
  JourneySchema,
  MoveJourneyBody,
  MyJourneysSchema,
  StartJourneyBody,
  TaskPath,
  WaiveTaskBody,
} from '../schema/journeys';

/** What every change of a journey answers. */
const changed = {
  description:
    'The journey as it is then; to whoever may not see it, that it was changed',
  content: { 'application/json': ChangedJourneySchema },
};

export function createJourneyRoutes(options: {
  auditor: AuditorService;
  journeyAnswers: AuthorizedJourneyAnswers;
  journeys: AuthorizedJourneys;
}) {
  const { auditor, journeyAnswers, journeys } = options;
  return [
    defineRoute({
      operationId: 'getMyJourneys',
      summary:
        'Reads what is next for the caller, on their way and on those of others',
      description:
        'For people alone. Answers an ETag, and 304 to an If-None-Match that still holds. Keeps when somebody is first seen.',
      method: 'get',
      path: '/journeys/me',
      allow: ['user'],
      response: {
        description: 'Journeys, tasks for others, and what may be begun',
        content: { 'application/json': MyJourneysSchema },
      },
      handle: async ({ credentials, ...http }) =>
        sendKept(
          toKept(await journeyAnswers.getMine(asUser(credentials))),
          http,
        ),
    }),

    defineRoute({
      operationId: 'getJourney',
      summary: 'Reads a journey',
      description:
        'For whoever is on it, and for the buddy, who sees no times. To everybody else there is no such journey.',
      method: 'get',
      path: '/journeys/:id',
      params: JourneyPath,
      response: {
        description: 'The journey',
        content: { 'application/json': JourneySchema },
      },
      errors: [404],
      handle: async ({ params, credentials, ...http }) =>
        sendKept(
          toKept(await journeyAnswers.get(params.id, { credentials })),
          http,
        ),
    }),

    defineRoute({
      operationId: 'startJourney',
      summary: 'Begins a journey by oneself, or puts somebody on a track',
      description:
        'Others are put on a track by those who answer for it. The journey on the same track that goes on is answered with 200 in place of another one.',
      method: 'post',
      path: '/journeys',
      body: StartJourneyBody,
      response: { ...changed, status: 201 },
      errors: [404, 409, 413],
      handle: async ({ body, credentials, req, res }) => {
        const { journey, isNew } = await audited(
          auditor,
          {
            eventId: 'journey-create',
            severityLevel: 'medium',
            request: req,
            meta: { track: body.track, user: body.user },
          },
          () => journeys.start(body, { credentials }),
        );
        res
          .status(isNew ? 201 : 200)
          .json(await journeyAnswers.tell(journey, { credentials }));
      },
    }),

    defineRoute({
      operationId: 'moveJourney',
      summary: 'Moves a journey to the newest version of its track',
      description: 'What is done stays done, by the ids of the tasks.',
      method: 'post',
      path: '/journeys/:id/move',
      params: JourneyPath,
      body: MoveJourneyBody,
      response: changed,
      errors: [404, 409, 413],
      handle: async ({ params, credentials, req }) =>
        journeyAnswers.tell(
          await audited(
            auditor,
            {
              eventId: 'journey-move',
              severityLevel: 'medium',
              request: req,
              meta: { id: params.id },
            },
            () => journeys.move(params.id, { credentials }),
          ),
          { credentials },
        ),
    }),

    defineRoute({
      operationId: 'endJourney',
      summary: 'Ends a journey before its end',
      method: 'post',
      path: '/journeys/:id/end',
      params: JourneyPath,
      body: EndJourneyBody,
      response: changed,
      errors: [404, 409, 413],
      handle: async ({ params, body, credentials, req }) =>
        journeyAnswers.tell(
          await audited(
            auditor,
            {
              eventId: 'journey-end',
              severityLevel: 'medium',
              request: req,
              meta: { id: params.id },
            },
            () => journeys.end(params.id, body, { credentials }),
          ),
          { credentials },
        ),
    }),

    defineRoute({
      operationId: 'answerBuddy',
      summary: 'Agrees to go along, passes that on, or names a buddy',
      description:
        'For people alone. Whoever passes it on is not asked again; the next of the team is.',
      method: 'post',
      path: '/journeys/:id/buddy',
      params: JourneyPath,
      body: AnswerBuddyBody,
      allow: ['user'],
      response: changed,
      errors: [404, 409, 413],
      handle: async ({ params, body, credentials, req }) =>
        journeyAnswers.tell(
          await audited(
            auditor,
            {
              eventId: 'journey-buddy',
              severityLevel: 'medium',
              request: req,
              meta: { id: params.id, ...body },
            },
            () => journeys.answerBuddy(params.id, body, { credentials }),
          ),
          { credentials },
        ),
    }),

    defineRoute({
      operationId: 'completeTask',
      summary: 'Says that a task is done',
      description:
        'For people alone, or software of theirs where the task is theirs to tick. The buddy says it of tasks that the buddy looks at. What is done already is answered as it is. When it was done is told by such software alone.',
      method: 'post',
      path: '/journeys/:id/tasks/:task/complete',
      params: TaskPath,
      body: CompleteTaskBody,
      allow: ['user'],
      response: changed,
      errors: [404, 409, 413],
      handle: async ({ params, body, credentials, req }) =>
        journeyAnswers.tell(
          await audited(
            auditor,
            {
              eventId: 'task-complete',
              severityLevel: 'medium',
              request: req,
              meta: { ...params },
            },
            () =>
              journeys.complete(params.id, params.task, body, { credentials }),
          ),
          { credentials },
        ),
    }),

    defineRoute({
      operationId: 'waiveTask',
      summary: 'Takes a task out of the count, with the reason',
      description:
        'By those who answer for the track and the buddy; by oneself where the task is optional.',
      method: 'post',
      path: '/journeys/:id/tasks/:task/waive',
      params: TaskPath,
      body: WaiveTaskBody,
      allow: ['user'],
      response: changed,
      errors: [404, 409, 413],
      handle: async ({ params, body, credentials, req }) =>
        journeyAnswers.tell(
          await audited(
            auditor,
            {
              eventId: 'task-waive',
              severityLevel: 'medium',
              request: req,
              meta: { ...params },
            },
            () => journeys.waive(params.id, params.task, body, { credentials }),
          ),
          { credentials },
        ),
    }),
  ];
}

function toKept(answer: unknown): { etag: string; json: string } {
  const json = JSON.stringify(answer);
  const hash = createHash('sha1').update(json).digest('base64url');
  return { etag: `W/"${hash}"`, json };
}
