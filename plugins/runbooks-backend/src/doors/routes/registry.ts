import { defineRoute, ForCaller } from '@fairlead/backend-routes';
import { RunbookDocuments } from '../../answers/documents';
import { Runbooks } from '../../answers/registry';
import {
  DocumentsParams,
  DocumentsSchema,
  RunbookDetailSchema,
  RunbookPath,
  RunbooksParams,
  RunbooksSchema,
} from '../schema/registry';

export function createRegistryRoutes(options: {
  documents: RunbookDocuments;
  runbooks: Runbooks<ForCaller>;
}) {
  const { documents, runbooks } = options;
  return [
    defineRoute({
      operationId: 'listRunbooks',
      summary: 'Lists the runbooks with their health, by title',
      method: 'get',
      path: '/runbooks',
      query: RunbooksParams,
      response: {
        description: 'A page of runbooks',
        content: { 'application/json': RunbooksSchema },
      },
      handle: async ({ query, credentials }) => {
        const { limit, cursor, ...filter } = query;
        return runbooks.list({ filter, limit, cursor }, { credentials });
      },
    }),

    defineRoute({
      operationId: 'getRunbook',
      summary: 'Reads a runbook: its text, its health and its problems',
      description:
        'The text is the last good copy: while the place where it stands cannot be read, it is shown with the date of the copy.',
      method: 'get',
      path: '/runbooks/:id',
      params: RunbookPath,
      response: {
        description: 'The runbook',
        content: { 'application/json': RunbookDetailSchema },
      },
      errors: [404],
      handle: async ({ params, credentials }) =>
        runbooks.get(params.id, { credentials }),
    }),

    defineRoute({
      operationId: 'listSearchDocuments',
      summary: 'Reads the texts of all runbooks, for a search engine',
      description:
        'Go on with the cursor of the page before; an empty page is the end. Whoever shows a document asks the catalog whether the entity that it names may be read.',
      method: 'get',
      path: '/search-documents',
      query: DocumentsParams,
      allow: ['service'],
      response: {
        description: 'A page of documents',
        content: { 'application/json': DocumentsSchema },
      },
      handle: async ({ query, credentials }) =>
        documents.read(query, { credentials }),
    }),
  ];
}
