import { defineRoute } from '@fairlead/backend-routes';
import { FactSourcesSchema } from '../schema/sources';
import { AuthorizedFactSourceStatuses } from '../../intake/sources/AuthorizedFactSourceStatuses';

export function createSourceRoutes(options: {
  sources: AuthorizedFactSourceStatuses;
}) {
  const { sources } = options;
  return [
    defineRoute({
      operationId: 'listFactSources',
      summary: 'Lists how the fact sources are doing',
      method: 'get',
      path: '/sources',
      response: {
        description: 'All registered sources, by id',
        content: { 'application/json': FactSourcesSchema },
      },
      async handle({ credentials }) {
        const items = await sources.list({ credentials });
        return { items, totalItems: items.length };
      },
    }),
  ];
}
