import { defineRoute } from '@fairlead/backend-routes';
import { ValueAnswers } from '../../answers/values';
import { ValuesQuery, ValuesSchema } from '../schema/insights';

export function createValueRoutes(options: { valueAnswers: ValueAnswers }) {
  const { valueAnswers } = options;
  return [
    defineRoute({
      operationId: 'listValues',
      summary:
        'Lists what is known of teams and tracks, in the order of change',
      description:
        'For services, which read on from the cursor of the page before: what changes comes behind it. Nothing is told of fewer than five people.',
      method: 'get',
      path: '/values',
      query: ValuesQuery,
      allow: ['service'],
      response: {
        description: 'A page of values',
        content: { 'application/json': ValuesSchema },
      },
      handle: async ({ query, credentials }) =>
        valueAnswers.read(query, { credentials }),
    }),
  ];
}
