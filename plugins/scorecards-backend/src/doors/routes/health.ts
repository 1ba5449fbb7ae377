import { defineRoute } from '@fairlead/backend-routes';
import { AuthorizedHealth } from '../../answers/health';
import { HealthSchema } from '../schema/health';

export function createHealthRoutes(options: { health: AuthorizedHealth }) {
  const { health } = options;
  return [
    defineRoute({
      operationId: 'getHealth',
      summary:
        'Reads how evaluation, fact sources and definitions are doing, for those who run the portal',
      method: 'get',
      path: '/health',
      response: {
        description: 'How it stands now',
        content: { 'application/json': HealthSchema },
      },
      handle: async ({ credentials }) => health.read({ credentials }),
    }),
  ];
}
