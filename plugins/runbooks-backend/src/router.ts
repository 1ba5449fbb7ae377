import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { createRouteRouter, OpenApiInfo } from '@fairlead/backend-routes';
import express from 'express';
import { version } from '../package.json';
import { AuthorizedServices } from './createAuthorizedServices';
import { createAlertRoutes } from './doors/routes/alerts';
import { createEntityRoutes } from './doors/routes/entities';
import { createIncidentRoutes } from './doors/routes/incidents';
import { createRegistryRoutes } from './doors/routes/registry';
import { createRunbookForRoutes } from './doors/routes/runbookFor';
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
    portalUrl?: string;
  },
): express.Router {
  const routes = [
    ...createAlertRoutes(options),
    ...createEntityRoutes(options),
    ...createRunbookForRoutes(options),
    ...createIncidentRoutes(options),
    ...createRegistryRoutes(options),
    ...createUseRoutes(options),
    ...createVerificationRoutes(options),
  ];
  return createRouteRouter(routes, { ...options, info: INFO });
}
