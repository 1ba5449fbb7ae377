import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  defineRoute,
  EntityPath,
  ForCaller,
  sendKept,
} from '@fairlead/backend-routes';
import { EntityRunbooksAnswers } from '../../answers/entity';
import { EntityRunbooksSchema } from '../schema/alerts';

export function createEntityRoutes(options: {
  entities: EntityRunbooksAnswers<ForCaller>;
}) {
  const { entities } = options;
  return [
    defineRoute({
      operationId: 'getEntityRunbooks',
      summary: 'Reads what fires on an entity and which runbooks it has',
      description:
        'Answers an ETag, and 304 to an If-None-Match that still holds.',
      method: 'get',
      path: '/entities/:kind/:namespace/:name',
      params: EntityPath,
      response: {
        description: 'What fires, the runbooks, and alert coverage',
        content: { 'application/json': EntityRunbooksSchema },
      },
      errors: [404],
      handle: async ({ params, credentials, ...http }) =>
        sendKept(
          await entities.get(stringifyEntityRef(params), { credentials }),
          http,
        ),
    }),
  ];
}
