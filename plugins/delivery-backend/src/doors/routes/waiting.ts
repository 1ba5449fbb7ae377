import { asUser, defineRoute, ForUser } from '@fairlead/backend-routes';
import { WaitingParams, WaitingSchema } from '../schema/overview';
import { Waiting } from '../../answers/waiting/Waiting';

export function createWaitingRoutes(options: { waiting: Waiting<ForUser> }) {
  const { waiting } = options;
  return [
    defineRoute({
      operationId: 'listWaiting',
      summary: 'Lists what waits of the caller and of the caller’s teams',
      description: 'Oldest wait first.',
      method: 'get',
      path: '/waiting',
      query: WaitingParams,
      allow: ['user'],
      response: {
        description: 'Changes that wait now',
        content: { 'application/json': WaitingSchema },
      },
      handle: async ({ query, credentials }) =>
        waiting.list(query, asUser(credentials)),
    }),
  ];
}
