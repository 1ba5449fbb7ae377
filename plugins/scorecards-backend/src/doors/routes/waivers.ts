import { AuditorService } from '@backstage/backend-plugin-api';
import { asUser, audited, defineRoute } from '@fairlead/backend-routes';
import {
  WaiverDecision,
  WaiverPath,
  WaiverRequest,
  WaiverSchema,
  WaiversQuery,
  WaiversSchema,
} from '../schema/waivers';
import { AuthorizedWaivers } from '../../judging/waivers/AuthorizedWaivers';

export function createWaiverRoutes(options: {
  auditor: AuditorService;
  waivers: AuthorizedWaivers;
}) {
  const { auditor, waivers } = options;
  return [
    defineRoute({
      operationId: 'listWaivers',
      summary: 'Lists waivers, newest first',
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
      operationId: 'requestWaiver',
      summary: 'Asks for a waiver',
      method: 'post',
      path: '/waivers',
      body: WaiverRequest,
      allow: ['user'],
      response: {
        status: 201,
        description: 'The waiver, approved for the sides the caller belongs to',
        content: { 'application/json': WaiverSchema },
      },
      errors: [404, 409, 413],
      handle: async ({ body, credentials, req }) =>
        audited(
          auditor,
          {
            eventId: 'waiver-create',
            request: req,
            severityLevel: 'medium',
            meta: {
              scorecardRef: body.scorecardRef,
              checkId: body.checkId,
              entityRef: body.entityRef,
            },
          },
          () => waivers.request(body, asUser(credentials)),
        ),
    }),

    defineRoute({
      operationId: 'decideWaiver',
      summary: 'Approves, rejects or withdraws a waiver',
      method: 'post',
      path: '/waivers/:id/decision',
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
    }),
  ];
}
