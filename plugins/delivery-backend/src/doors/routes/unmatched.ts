import { defineRoute } from '@fairlead/backend-routes';
import { AuthorizedUnmatchedSubjects } from '../../answers/unmatched/AuthorizedUnmatchedSubjects';
import {
  UnmatchedSubjectsQuery,
  UnmatchedSubjectsSchema,
} from '../schema/unmatched';

export function createUnmatchedRoutes(options: {
  unmatched: AuthorizedUnmatchedSubjects;
}) {
  const { unmatched } = options;
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
      handle: async ({ query, credentials }) =>
        unmatched.list(query, { credentials }),
    }),
  ];
}
