import { defineRoute } from '@fairlead/backend-routes';
import { AuthorizedDeliveredChanges } from '../../answers/delivered/AuthorizedDeliveredChanges';
import {
  DeliveredChangesParams,
  DeliveredChangesSchema,
} from '../schema/delivered';

export function createDeliveredRoutes(options: {
  delivered: AuthorizedDeliveredChanges;
}) {
  const { delivered } = options;
  return [
    defineRoute({
      operationId: 'readDeliveredChanges',
      summary: 'Reads which deployment first brought each change to production',
      description:
        'In a stable order, for ever resumable: go on with the cursor of the page before. Once for each entity that the change was deployed with. What is not known for sure is not told: neither what the first deployment that was seen brought, nor what came in a gap of the records.',
      method: 'get',
      path: '/delivered-changes',
      query: DeliveredChangesParams,
      allow: ['service'],
      response: {
        description: 'What became known, or ceased to hold, after the cursor',
        content: { 'application/json': DeliveredChangesSchema },
      },
      handle: async ({ query, credentials }) =>
        delivered.read(query, { credentials }),
    }),
  ];
}
