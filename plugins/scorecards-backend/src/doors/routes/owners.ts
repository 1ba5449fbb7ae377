import { stringifyEntityRef } from '@backstage/catalog-model';
import { defineRoute, EntityPath, ForCaller } from '@fairlead/backend-routes';
import { OwnerResults } from '../../answers/results';
import { OwnerScorecardsSchema } from '../schema/scorecards';

export function createOwnerRoutes(options: {
  owners: OwnerResults<ForCaller>;
}) {
  const { owners } = options;
  return [
    defineRoute({
      operationId: 'getOwnerScorecards',
      summary: 'Reads how the entities of a team and of those below it stand',
      method: 'get',
      path: '/owners/:kind/:namespace/:name',
      params: EntityPath,
      response: {
        description: 'Each scorecard that judges any of them',
        content: { 'application/json': OwnerScorecardsSchema },
      },
      errors: [404],
      handle: async ({ params, credentials }) =>
        owners.get(stringifyEntityRef(params), { credentials }),
    }),
  ];
}
