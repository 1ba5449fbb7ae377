import { AuditorService } from '@backstage/backend-plugin-api';
import { asUser, audited, defineRoute } from '@fairlead/backend-routes';
import {
  CampaignDetailsSchema,
  CampaignDraftSchema,
  CampaignMoveSchema,
  CampaignPath,
  CampaignPreviewRequest,
  CampaignPreviewSchema,
  CampaignQuery,
  CampaignSchema,
  CampaignsQuery,
  CampaignsSchema,
} from '../schema/campaigns';
import { AuthorizedCampaigns } from '../../judging/campaigns/AuthorizedCampaigns';

export function createCampaignRoutes(options: {
  auditor: AuditorService;
  campaigns: AuthorizedCampaigns;
}) {
  const { auditor, campaigns } = options;
  return [
    defineRoute({
      operationId: 'listCampaigns',
      summary: 'Lists campaigns of all scorecards, newest first',
      method: 'get',
      path: '/campaigns',
      query: CampaignsQuery,
      response: {
        description: 'A page of campaigns',
        content: { 'application/json': CampaignsSchema },
      },
      handle: async ({ query, credentials }) =>
        campaigns.list(query, { credentials }),
    }),

    defineRoute({
      operationId: 'draftCampaign',
      summary: 'Drafts a campaign; nobody is asked for anything yet',
      method: 'post',
      path: '/campaigns',
      body: CampaignDraftSchema,
      allow: ['user'],
      response: {
        status: 201,
        description: 'The draft',
        content: { 'application/json': CampaignSchema },
      },
      errors: [404, 413],
      handle: async ({ body, credentials, req }) =>
        audited(
          auditor,
          {
            eventId: 'campaign-create',
            request: req,
            severityLevel: 'medium',
            meta: { scorecardRef: body.scorecardRef, ownerRef: body.ownerRef },
          },
          () => campaigns.draft(body, asUser(credentials)),
        ),
    }),

    defineRoute({
      operationId: 'previewCampaign',
      summary: 'Tells whom a campaign would meet, as things stand',
      method: 'post',
      path: '/campaigns/preview',
      body: CampaignPreviewRequest,
      response: {
        description: 'Entities and teams, of those that the caller may see',
        content: { 'application/json': CampaignPreviewSchema },
      },
      errors: [404, 413],
      handle: async ({ body, credentials }) =>
        campaigns.preview(body, { credentials }),
    }),

    defineRoute({
      operationId: 'getCampaign',
      summary: 'Reads a campaign with its progress by team over time',
      method: 'get',
      path: '/campaigns/:id',
      params: CampaignPath,
      query: CampaignQuery,
      response: {
        description: 'The campaign',
        content: { 'application/json': CampaignDetailsSchema },
      },
      errors: [404],
      handle: async ({ params, query, credentials }) =>
        campaigns.get(params.id, query, { credentials }),
    }),

    defineRoute({
      operationId: 'moveCampaign',
      summary:
        'Schedules, starts or ends a campaign, pauses it for a team, or opens the issue of a team',
      method: 'post',
      path: '/campaigns/:id/moves',
      params: CampaignPath,
      body: CampaignMoveSchema,
      allow: ['user'],
      response: {
        description: 'The campaign after the move',
        content: { 'application/json': CampaignDetailsSchema },
      },
      errors: [404, 409, 413],
      handle: async ({ params, body, credentials, req }) =>
        audited(
          auditor,
          {
            eventId: 'campaign-update',
            request: req,
            severityLevel: 'medium',
            meta: {
              id: params.id,
              move: body.move,
              ...('teamRef' in body && { teamRef: body.teamRef }),
              ...('pauses' in body && {
                pauses: (body.pauses ?? []).map(({ teamRef, campaignId }) => ({
                  teamRef,
                  campaignId,
                })),
              }),
            },
          },
          () => campaigns.move(params.id, body, asUser(credentials)),
        ),
    }),
  ];
}
