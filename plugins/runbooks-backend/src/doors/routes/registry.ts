import { defineRoute, ForCaller } from '@fairlead/backend-routes';
import { RunbookDocuments } from '../../answers/documents';
import { RunbookLint } from '../../answers/lint';
import { Runbooks } from '../../answers/registry';
import {
  DocumentsParams,
  DocumentsSchema,
  LintRequest,
  LintSchema,
  RunbookDetailSchema,
  RunbookPath,
  RunbooksParams,
  RunbooksSchema,
} from '../schema/registry';

/** A long text as JSON, in which a character may take several bytes. */
const LINT_BYTES = 2 * 1024 * 1024;

export function createRegistryRoutes(options: {
  documents: RunbookDocuments;
  lint: RunbookLint;
  runbooks: Runbooks<ForCaller>;
}) {
  const { documents, lint, runbooks } = options;
  return [
    defineRoute({
      operationId: 'listRunbooks',
      summary: 'Lists the runbooks with their health, by title or by trouble',
      method: 'get',
      path: '/runbooks',
      query: RunbooksParams,
      response: {
        description: 'A page of runbooks',
        content: { 'application/json': RunbooksSchema },
      },
      handle: async ({ query, credentials }) => {
        const { limit, cursor, order, ...filter } = query;
        return runbooks.list({ filter, order, limit, cursor }, { credentials });
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
      operationId: 'lintRunbook',
      summary: 'Says what is wrong with a runbook, and stores nothing',
      method: 'post',
      path: '/lint',
      body: LintRequest,
      bodyLimit: LINT_BYTES,
      response: {
        description: 'The problems, in the order of the lines',
        content: { 'application/json': LintSchema },
      },
      errors: [413],
      handle: async ({ body, credentials }) =>
        lint.lint(body.text, { credentials }),
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
