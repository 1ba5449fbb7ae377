import { AuditorService } from '@backstage/backend-plugin-api';
import {
  audited,
  defineRoute,
  ForCaller,
  sendKept,
} from '@fairlead/backend-routes';
import { z } from 'zod';
import { FinishedDrills } from '../../answers/drills';
import { UseAnswers } from '../../answers/uses';
import { AuthorizedUses } from '../../records/uses';
import {
  ChangeUseBody,
  DrillsParams,
  DrillsSchema,
  FinishUseBody,
  StartUseBody,
  UsePath,
  UseSchema,
  UsesQuery,
  UsesSchema,
} from '../schema/uses';

export function createUseRoutes(options: {
  auditor: AuditorService;
  finishedDrills: FinishedDrills;
  useAnswers: UseAnswers<ForCaller>;
  uses: AuthorizedUses;
}) {
  const { auditor, finishedDrills, useAnswers, uses } = options;
  return [
    defineRoute({
      operationId: 'listUses',
      summary: 'Lists uses of runbooks, the latest first',
      method: 'get',
      path: '/uses',
      query: UsesQuery,
      response: {
        description: 'A page of uses; nobody is named',
        content: { 'application/json': UsesSchema },
      },
      handle: async ({ query, credentials }) =>
        useAnswers.list(query, { credentials }),
    }),

    defineRoute({
      operationId: 'startUse',
      summary: 'Starts a use of a runbook as a checklist',
      description:
        'For an incident, an alert that fires, or a drill. The steps are those of the text as it is now. The use of the same runbook for the same thing that is under way is answered with 200 in place of another one. A service may import uses of the past, as those of a person.',
      method: 'post',
      path: '/uses',
      body: StartUseBody,
      response: {
        status: 201,
        description: 'The use; with the status 200 where it was under way',
        content: { 'application/json': UseSchema },
      },
      errors: [404, 413],
      handle: async ({ body, credentials, req, res }) => {
        const { use, isNew } = await audited(
          auditor,
          {
            eventId: 'use-create',
            severityLevel: 'medium',
            request: req,
            meta: { runbook: body.runbook, for: body.for, entity: body.entity },
          },
          () => uses.start(body, { credentials }),
        );
        res.status(isNew ? 201 : 200).json(use);
      },
    }),

    defineRoute({
      operationId: 'getUse',
      summary: 'Tells how far a use is',
      description:
        'Its ETag changes with each change of it: a page that asks again and again gets 304 in between.',
      method: 'get',
      path: '/uses/:id',
      params: UsePath,
      response: {
        description: 'The use',
        content: { 'application/json': UseSchema },
      },
      errors: [404],
      handle: async ({ params, credentials, req, res }) => {
        const use = await useAnswers.get(params.id, { credentials });
        return sendKept(
          { etag: `"${use.id}-${use.revision}"`, json: JSON.stringify(use) },
          { req, res },
        );
      },
    }),

    defineRoute({
      operationId: 'changeUse',
      summary: 'Ticks a step, or keeps the link of a run',
      description:
        'For everybody who may read the runbook. What is so already changes nothing.',
      method: 'patch',
      path: '/uses/:id',
      params: UsePath,
      body: ChangeUseBody,
      response: {
        description: 'The use after the change',
        content: { 'application/json': UseSchema },
      },
      errors: [404, 409, 413],
      handle: async ({ params, body, credentials, req }) =>
        audited(
          auditor,
          {
            eventId: 'use-update',
            severityLevel: 'medium',
            request: req,
            meta: { id: params.id, ...body },
          },
          () => uses.change(params.id, body, { credentials }),
        ),
    }),

    defineRoute({
      operationId: 'finishUse',
      summary: 'Finishes a use: it helped, misled, or something was missing',
      description:
        'Once. Where a person finishes a use of a person’s that helped, the runbook counts as verified.',
      method: 'post',
      path: '/uses/:id/finish',
      params: UsePath,
      body: FinishUseBody,
      response: {
        description: 'The use as it ended',
        content: { 'application/json': UseSchema },
      },
      errors: [404, 409, 413],
      handle: async ({ params, body, credentials, req }) =>
        audited(
          auditor,
          {
            eventId: 'use-finish',
            severityLevel: 'medium',
            request: req,
            meta: { id: params.id, outcome: body.outcome },
          },
          () => uses.finish(params.id, body, { credentials }),
        ),
    }),

    defineRoute({
      operationId: 'getUseTimeline',
      summary: 'Tells what happened in a use, as Markdown',
      description: 'Times are UTC. No person is in it.',
      method: 'get',
      path: '/uses/:id/timeline',
      params: UsePath,
      response: {
        description: 'The timeline',
        content: { 'text/markdown': z.string() },
      },
      errors: [404],
      handle: async ({ params, credentials, res }) => {
        const timeline = await useAnswers.getTimeline(params.id, {
          credentials,
        });
        res.type('text/markdown').send(timeline);
      },
    }),

    defineRoute({
      operationId: 'listFinishedDrills',
      summary: 'Reads the drills that persons finished since a cursor',
      description:
        'For other backends, in the order in which they became known: go on with the cursor of the page before, now or later. Uses by software, and those that software finished, are not among them.',
      method: 'get',
      path: '/finished-drills',
      query: DrillsParams,
      allow: ['service'],
      response: {
        description: 'A page of drills, with whose each was',
        content: { 'application/json': DrillsSchema },
      },
      handle: async ({ query, credentials }) =>
        finishedDrills.read(query, { credentials }),
    }),
  ];
}
