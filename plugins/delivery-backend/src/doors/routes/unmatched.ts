import { PermissionsService } from '@backstage/backend-plugin-api';
import { assertAllowed, defineRoute } from '@fairlead/backend-routes';
import { deliverySourceReadPermission } from '@fairlead/backstage-plugin-delivery-common';
import { Knex } from 'knex';
import { listUnmatched } from '../../answers/unmatched/listUnmatched';
import {
  UnmatchedSubjectsQuery,
  UnmatchedSubjectsSchema,
} from '../schema/unmatched';

export function createUnmatchedRoutes(options: {
  db: Knex;
  permissions: PermissionsService;
}) {
  const { db, permissions } = options;
  return [
    defineRoute({
      operationId: 'listUnmatchedSubjects',
      summary: 'Lists what is told of and no entity claims',
      description:
        'Repositories and services with the annotation by which an entity would claim them, those told of last first.',
      method: 'get',
      path: '/sources/unmatched',
      query: UnmatchedSubjectsQuery,
      response: {
        description: 'A page of subjects',
        content: { 'application/json': UnmatchedSubjectsSchema },
      },
      handle: async ({ query, credentials }) => {
        await assertAllowed(permissions, deliverySourceReadPermission, {
          credentials,
        });
        return listUnmatched({ db, ...query });
      },
    }),
  ];
}
