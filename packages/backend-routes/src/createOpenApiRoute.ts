import { z } from 'zod';
import { createOpenApiDocument, OpenApiInfo } from './createOpenApiDocument';
import { defineRoute, Route, RouteDescription } from './Route';

const description: RouteDescription = {
  operationId: 'getOpenApi',
  summary: 'Reads this document',
  method: 'get',
  path: '/openapi.json',
  response: {
    description: 'The OpenAPI document',
    content: {
      'application/json': z
        .looseObject({})
        .meta({ description: 'An OpenAPI 3.1 document' }),
    },
  },
};

/** The route that answers the description of the other routes, and of itself. @public */
export function createOpenApiRoute(
  others: readonly RouteDescription[],
  info: OpenApiInfo,
): Route {
  const document = createOpenApiDocument([...others, description], info);
  return defineRoute({ ...description, handle: async () => document });
}
