import { PermissionsService } from '@backstage/backend-plugin-api';
import { assertAllowed, defineRoute } from '@fairlead/backend-routes';
import { deliveryRecordReadPermission } from '@fairlead/backstage-plugin-delivery-common';
import { Knex } from 'knex';
import { readFeed } from '../../answers/feed/readFeed';
import { FeedPageSchema, FeedQuery } from '../schema/feed';

export function createFeedRoutes(options: {
  db: Knex;
  permissions: PermissionsService;
}) {
  const { db, permissions } = options;
  return [
    defineRoute({
      operationId: 'readFeed',
      summary: 'Reads every record once more each time it changes',
      description:
        'In a stable order, for ever resumable: go on with the cursor of the page before. A record that changed twice since stands once, at its last change.',
      method: 'get',
      path: '/feed',
      query: FeedQuery,
      allow: ['service'],
      response: {
        description: 'The records that changed after the cursor',
        content: { 'application/json': FeedPageSchema },
      },
      async handle({ query, credentials }) {
        await assertAllowed(permissions, deliveryRecordReadPermission, {
          credentials,
        });
        return readFeed(db, query);
      },
    }),
  ];
}
