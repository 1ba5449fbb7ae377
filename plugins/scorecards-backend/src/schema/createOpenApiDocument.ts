import { createDocument, ZodOpenApiOperationObject } from 'zod-openapi';
import { version } from '../../package.json';
import { RouteDescription } from '../routes/Route';
import { ERROR_DESCRIPTIONS, ErrorSchema, ErrorStatus } from './errors';

const ALWAYS: ErrorStatus[] = [400, 401, 403];

/** Describes the routes in OpenAPI 3.1, from the schemas that check their requests. */
export function createOpenApiDocument(
  routes: readonly RouteDescription[],
): ReturnType<typeof createDocument> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: describeRoute(route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'scorecards',
      version,
      description:
        'Facts in, results out. Lists and counts hold only what the caller may read in the catalog.',
    },
    servers: [{ url: '/api/scorecards' }],
    security: [{ bearer: [] }],
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token of a user or of a service',
        },
      },
    },
    paths,
  });
}

function describeRoute(route: RouteDescription): ZodOpenApiOperationObject {
  const { operationId, summary, description, params, query, body } = route;
  const { response, errors = [] } = route;
  return {
    operationId,
    summary,
    description,
    requestParams: {
      ...(params && { path: params }),
      ...(query && { query }),
    },
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: body } },
      },
    }),
    responses: {
      [response.status ?? 200]: {
        description: response.description,
        content: Object.fromEntries(
          Object.entries(response.content).map(([type, schema]) => [
            type,
            { schema },
          ]),
        ),
      },
      ...Object.fromEntries(
        [...ALWAYS, ...errors].map(status => [
          status,
          {
            description: ERROR_DESCRIPTIONS[status],
            content: { 'application/json': { schema: ErrorSchema } },
          },
        ]),
      ),
    },
  };
}
