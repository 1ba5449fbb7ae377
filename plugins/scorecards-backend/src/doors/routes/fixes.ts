import { stringifyEntityRef } from '@backstage/catalog-model';
import { defineRoute } from '@fairlead/backend-routes';
import { Fixes } from '../../answers/fixes';
import { CheckFixSchema, FixPath } from '../schema/fixes';
import { scorecardRefOf } from '../schema/refs';

export function createFixRoutes(options: { fixes: Fixes }) {
  const { fixes } = options;
  return [
    defineRoute({
      operationId: 'getCheckFix',
      summary: 'Says how a failing check is mended',
      description:
        'For a rule on the entity: the smallest edit of its file that makes the check pass by the rule engine, with the levels that it reaches. `before` and `after` are left out where the file cannot be read or edited, and `problem` says why.',
      method: 'get',
      path: '/entities/:kind/:namespace/:name/fixes/:scorecardNamespace/:scorecardName/:check',
      params: FixPath,
      response: {
        description: 'The edit, or what the owners of the scorecard say',
        content: { 'application/json': CheckFixSchema },
      },
      errors: [404],
      handle: async ({ params, credentials }) =>
        fixes.get(
          {
            entityRef: stringifyEntityRef(params),
            scorecardRef: scorecardRefOf({
              namespace: params.scorecardNamespace,
              name: params.scorecardName,
            }),
            checkId: params.check,
          },
          { credentials },
        ),
    }),
  ];
}
