import { AuditorService } from '@backstage/backend-plugin-api';
import { audited, defineRoute } from '@fairlead/backend-routes';
import {
  BackfillRequestSchema,
  BackfillStateSchema,
  QuarantineQuery,
  QuarantineSchema,
  ReplayRequestSchema,
  ReplayResponseSchema,
  SourcesSchema,
} from '../schema/sources';
import { AuthorizedSourceStatuses } from '../../answers/sources/AuthorizedSourceStatuses';

export function createSourceRoutes(options: {
  auditor: AuditorService;
  sources: AuthorizedSourceStatuses;
}) {
  const { auditor, sources } = options;
  return [
    defineRoute({
      operationId: 'listSources',
      summary: 'Lists how the sources are doing',
      method: 'get',
      path: '/sources',
      response: {
        description: 'All registered sources, by id',
        content: { 'application/json': SourcesSchema },
      },
      handle: async ({ credentials }) => ({
        sources: await sources.list({ credentials }),
      }),
    }),

    defineRoute({
      operationId: 'listQuarantine',
      summary: 'Lists the deliveries that could not be read',
      description:
        'Persons are masked. A payload is shown to those who may see the entities of its repository, or hold `delivery.raw.read`.',
      method: 'get',
      path: '/sources/quarantine',
      query: QuarantineQuery,
      response: {
        description: 'The newest first, with the reason',
        content: { 'application/json': QuarantineSchema },
      },
      handle: async ({ query, credentials }) =>
        sources.listQuarantine(query, { credentials }),
    }),

    defineRoute({
      operationId: 'replayDeliveries',
      summary: 'Has deliveries read once more',
      description:
        'By their ids; or all of a source, those of types that were not understood as well.',
      method: 'post',
      path: '/sources/quarantine/replays',
      body: ReplayRequestSchema,
      response: {
        status: 202,
        description: 'How many wait to be read again',
        content: { 'application/json': ReplayResponseSchema },
      },
      handle: async ({ body, credentials, req }) =>
        audited(
          auditor,
          {
            eventId: 'delivery-replay',
            request: req,
            severityLevel: 'medium',
            meta: { source: body.source, deliveries: body.ids?.length },
          },
          () => sources.replay(body, { credentials }),
        ),
    }),

    defineRoute({
      operationId: 'requestBackfill',
      summary: 'Asks a source for its past',
      method: 'post',
      path: '/sources/backfills',
      body: BackfillRequestSchema,
      response: {
        status: 202,
        description: 'The backfill, which goes on by itself',
        content: { 'application/json': BackfillStateSchema },
      },
      errors: [404, 409],
      handle: async ({ body, credentials, req }) =>
        audited(
          auditor,
          {
            eventId: 'backfill-create',
            request: req,
            severityLevel: 'medium',
            meta: { source: body.source, days: body.days },
          },
          () => sources.backfill(body, { credentials }),
        ),
    }),
  ];
}
