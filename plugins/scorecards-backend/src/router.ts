import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { createBadgeRoutes } from './routes/badges';
import { createEntityRoutes } from './routes/entities';
import { createFactRoutes } from './routes/facts';
import { createOpenApiRoute } from './routes/openapi';
import { createOwnerRoutes } from './routes/owners';
import { createPreviewRoutes } from './routes/preview';
import { registerRoute } from './routes/registerRoute';
import { Route } from './routes/Route';
import { createScorecardRoutes } from './routes/scorecards';
import { createSourceRoutes } from './routes/sources';
import { createWaiverRoutes } from './routes/waivers';
import { AuthorizedServices } from './createAuthorizedServices';

/** All HTTP routes of the plugin. */
export function createRouter(
  options: AuthorizedServices & {
    auditor: AuditorService;
    httpAuth: HttpAuthService;
  },
): express.Router {
  const routes: Route[] = [
    ...createFactRoutes(options),
    ...createEntityRoutes(options),
    ...createScorecardRoutes(options),
    ...createOwnerRoutes(options),
    ...createPreviewRoutes(options),
    ...createWaiverRoutes(options),
    ...createSourceRoutes(options),
    ...createBadgeRoutes(options),
  ];
  const router = Router();
  for (const route of [...routes, createOpenApiRoute(routes)]) {
    registerRoute(router, route, options);
  }
  return router;
}
