import { defineRoute } from '@fairlead/backend-routes';
import { AuthorizedFeed } from '../../answers/feed/AuthorizedFeed';
import { FeedPageSchema, FeedQuery } from '../schema/feed';

export function createFeedRoutes(options: { feed: AuthorizedFeed }) {
  const { feed } = options;
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
      handle: async ({ query, credentials }) =>
        feed.read(query, { credentials }),
    }),
  ];
}
