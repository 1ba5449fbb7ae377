import { AuditorService } from '@backstage/backend-plugin-api';
import { asUser, audited, defineRoute } from '@fairlead/backend-routes';
import {
  RequestedSchema,
  WaiverDecision,
  WaiverDetailsSchema,
  WaiverPath,
  WaiverRequest,
  WaiverSchema,
  WaiversQuery,
  WaiversSchema,
} from '../schema/waivers';
import { AuthorizedWaivers } from '../../judging/waivers/AuthorizedWaivers';

interface WaiverRouteOptions {
  auditor: AuditorService;
  waivers: AuthorizedWaivers;
}

export function createWaiverRoutes(options: WaiverRouteOptions) {
  const { auditor, waivers } = options;
  return [
    defineRoute({
      operationId: 'listWaivers',
      summary: 'Lists waivers of all scorecards, newest first',
      method: 'get',
      path: '/waivers',
      query: WaiversQuery,
      response: {
        description: 'A page of waivers',
        content: { 'application/json': WaiversSchema },
      },
      handle: async ({ query, credentials }) =>
        waivers.list(query, { credentials }),
    }),

    defineRoute({
      operationId: 'getWaiver',
      summary: 'Reads a waiver with its entries in the log of decisions',
      method: 'get',
      path: '/waivers/:id',
      params: WaiverPath,
      response: {
        description: 'The waiver',
        content: { 'application/json': WaiverDetailsSchema },
      },
      errors: [404],
      handle: async ({ params, credentials }) =>
        waivers.get(params.id, { credentials }),
    }),

    defineRoute({
      operationId: 'requestWaiver',
      summary: 'Asks for a waiver, for one entity or for many',
      method: 'post',
      path: '/waivers',
      body: WaiverRequest,
      allow: ['user'],
      response: {
        status: 201,
        description:
          'The waiver, approved for a side of the caller, if they belong to one; or the waivers of all entities for which one could be asked',
        content: { 'application/json': RequestedSchema },
      },
      errors: [404, 409, 413],
      handle: async ({ body, credentials, req }) => {
        const { entityRef, entityRefs, ...request } = body;
        return audited(
          auditor,
          {
            eventId: 'waiver-create',
            request: req,
            severityLevel: 'medium',
            meta: {
              scorecardRef: body.scorecardRef,
              checkId: body.checkId,
              ...(entityRef ? { entityRef } : { entityRefs: entityRefs ?? [] }),
            },
          },
          async () =>
            entityRef
              ? waivers.request({ ...request, entityRef }, asUser(credentials))
              : waivers.requestMany(
                  { ...request, entityRefs: entityRefs ?? [] },
                  asUser(credentials),
                ),
        );
      },
    }),

    createDecisionRoute(options, {
      operationId: 'decideWaiver',
      path: '/waivers/:id/decisions',
    }),
    createDecisionRoute(options, {
      operationId: 'decideWaiverBefore',
      path: '/waivers/:id/decision',
      description: 'The same as `/waivers/{id}/decisions`, under an older name',
    }),
  ];
}

function createDecisionRoute(
  { auditor, waivers }: WaiverRouteOptions,
  route: { operationId: string; path: string; description?: string },
) {
  return defineRoute({
    ...route,
    summary: 'Approves, rejects, withdraws or revokes a waiver',
    method: 'post',
    params: WaiverPath,
    body: WaiverDecision,
    allow: ['user'],
    response: {
      description: 'The waiver after the decision',
      content: { 'application/json': WaiverSchema },
    },
    errors: [404, 409, 413],
    handle: async ({ params, body, credentials, req }) =>
      audited(
        auditor,
        {
          eventId: 'waiver-update',
          request: req,
          severityLevel: 'medium',
          meta: { id: params.id, decision: body.decision },
        },
        () => waivers.decide({ ...params, ...body }, asUser(credentials)),
      ),
  });
}
