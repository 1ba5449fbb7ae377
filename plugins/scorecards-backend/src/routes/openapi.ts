import { createOpenApiDocument } from '../schema/createOpenApiDocument';
import { OpenApiSchema } from '../schema/media';
import { defineRoute, Route } from './Route';

/** The description of the other routes, and of itself. */
export function createOpenApiRoute(others: readonly Route[]): Route {
  const route: Route = defineRoute({
    operationId: 'getOpenApi',
    summary: 'Reads this document',
    method: 'get',
    path: '/openapi.json',
    response: {
      description: 'The OpenAPI document',
      content: { 'application/json': OpenApiSchema },
    },
    handle: async () => document,
  });
  const document = createOpenApiDocument([...others, route]);
  return route;
}
