import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  defineRoute,
  EntityPath,
  sendKept,
  ForCaller,
} from '@fairlead/backend-routes';
import { EntityResults } from '../../answers/results';
import { EntityLevelsRequest, TransitionsParams } from '../schema/entities';
import {
  EntityLevelsSchema,
  EntityScorecardsSchema,
  TransitionsSchema,
} from '../schema/results';

export function createEntityRoutes(options: {
  entities: EntityResults<ForCaller>;
}) {
  const { entities } = options;
  return [
    defineRoute({
      operationId: 'getEntityScorecards',
      summary: 'Reads how an entity stands with each of its scorecards',
      description:
        'Answers an ETag, and 304 to an If-None-Match that still holds.',
      method: 'get',
      path: '/entities/:kind/:namespace/:name',
      params: EntityPath,
      response: {
        description: 'The stored results',
        content: { 'application/json': EntityScorecardsSchema },
      },
      errors: [404],
      handle: async ({ params, credentials, ...http }) =>
        sendKept(
          await entities.getScorecards(stringifyEntityRef(params), {
            credentials,
          }),
          http,
        ),
    }),

    defineRoute({
      operationId: 'listEntityTransitions',
      summary: 'Lists what changed for an entity, newest first',
      method: 'get',
      path: '/entities/:kind/:namespace/:name/transitions',
      params: EntityPath,
      query: TransitionsParams,
      response: {
        description: 'A page of transitions',
        content: { 'application/json': TransitionsSchema },
      },
      errors: [404],
      handle: async ({ params, query, credentials }) =>
        entities.listTransitions(
          { entityRef: stringifyEntityRef(params), ...query },
          { credentials },
        ),
    }),

    defineRoute({
      operationId: 'listEntityLevels',
      summary: 'Reads the levels of many entities at once',
      method: 'post',
      path: '/entities/by-refs',
      body: EntityLevelsRequest,
      response: {
        description:
          'In the order of the refs, without those that have no result',
        content: { 'application/json': EntityLevelsSchema },
      },
      errors: [413],
      handle: async ({ body, credentials }) =>
        entities.listLevels(body.entityRefs, { credentials }),
    }),
  ];
}
