import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { OpenApiInfo } from './createOpenApiDocument';
import { createOpenApiRoute } from './createOpenApiRoute';
import { registerRoute } from './registerRoute';
import { Route } from './Route';

/** A router of these routes, and of the document that describes them. @public */
export function createRouteRouter(
  routes: readonly Route[],
  options: { httpAuth: HttpAuthService; info: OpenApiInfo },
): express.Router {
  const router = Router();
  for (const route of [...routes, createOpenApiRoute(routes, options.info)]) {
    registerRoute(router, route, options);
  }
  return router;
}
