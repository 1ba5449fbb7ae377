import { createDocument, ZodOpenApiOperationObject } from 'zod-openapi';
import { DEFAULT_MEDIA_TYPES, RouteDescription } from './Route';
import { ERROR_DESCRIPTIONS, ErrorSchema, ErrorStatus } from './errors';

const ALWAYS: ErrorStatus[] = [400, 401, 403, 503];

/** What an OpenAPI document says of its plugin. @public */
export interface OpenApiInfo {
  pluginId: string;
  version: string;
  description: string;
}

/** Describes the routes in OpenAPI 3.1, from the schemas that check their requests. @public */
export function createOpenApiDocument(
  routes: readonly RouteDescription[],
  info: OpenApiInfo,
): ReturnType<typeof createDocument> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: describeRoute(route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: info.pluginId,
      version: info.version,
      description: info.description,
    },
    servers: [{ url: `/api/${info.pluginId}` }],
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
  const { mediaTypes, response, errors = [] } = route;
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
        content: Object.fromEntries(
          (mediaTypes ?? DEFAULT_MEDIA_TYPES).map(type => [
            type,
            { schema: body },
          ]),
        ),
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
