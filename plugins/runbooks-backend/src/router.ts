import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { createRouteRouter, OpenApiInfo } from '@fairlead/backend-routes';
import express from 'express';
import { version } from '../package.json';
import { AuthorizedServices } from './createAuthorizedServices';
import { createEntityRoutes } from './doors/routes/entities';
import { createRegistryRoutes } from './doors/routes/registry';
import { createUseRoutes } from './doors/routes/uses';
import { createVerificationRoutes } from './doors/routes/verifications';

const INFO: OpenApiInfo = {
  pluginId: 'runbooks',
  version,
  description:
    'Which runbook there is for what fires, whether it holds, and what incidents teach. Nothing is executed here. Lists and counts hold only what the caller may read in the catalog.',
};

/** All HTTP routes of the plugin. */
export function createRouter(
  options: AuthorizedServices & {
    auditor: AuditorService;
    httpAuth: HttpAuthService;
  },
): express.Router {
  const routes = [
    ...createEntityRoutes(options),
    ...createRegistryRoutes(options),
    ...createUseRoutes(options),
    ...createVerificationRoutes(options),
  ];
  return createRouteRouter(routes, { ...options, info: INFO });
}
