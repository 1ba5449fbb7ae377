import { createOpenApiDocument } from '../schema/createOpenApiDocument';
import { OpenApiSchema } from '../schema/media';
import { defineRoute, Route, RouteDescription } from './Route';

const description: RouteDescription = {
  operationId: 'getOpenApi',
  summary: 'Reads this document',
  method: 'get',
  path: '/openapi.json',
  response: {
    description: 'The OpenAPI document',
    content: { 'application/json': OpenApiSchema },
  },
};

/** The description of the other routes, and of itself. */
export function createOpenApiRoute(others: readonly RouteDescription[]): Route {
  const document = createOpenApiDocument([...others, description]);
  return defineRoute({ ...description, handle: async () => document });
}
