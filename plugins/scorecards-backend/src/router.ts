import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { version } from '../package.json';
import {
  createOpenApiRoute,
  OpenApiInfo,
  registerRoute,
  Route,
} from '@fairlead/backend-routes';
import { createBadgeRoutes } from './routes/badges';
import { createEntityRoutes } from './routes/entities';
import { createFactRoutes } from './routes/facts';
import { createOwnerRoutes } from './routes/owners';
import { createPreviewRoutes } from './routes/preview';
import { createScorecardRoutes } from './routes/scorecards';
import { createSourceRoutes } from './routes/sources';
import { createWaiverRoutes } from './routes/waivers';
import { AuthorizedServices } from './createAuthorizedServices';

const INFO: OpenApiInfo = {
  pluginId: 'scorecards',
  version,
  description:
    'Facts in, results out. Lists and counts hold only what the caller may read in the catalog.',
};

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
  for (const route of [...routes, createOpenApiRoute(routes, INFO)]) {
    registerRoute(router, route, options);
  }
  return router;
}
