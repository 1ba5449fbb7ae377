import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import { createRouteRouter, OpenApiInfo } from '@fairlead/backend-routes';
import { version } from '../package.json';
import { createAttestationRoutes } from './doors/routes/attestations';
import { createBadgeRoutes } from './doors/routes/badges';
import { createCampaignRoutes } from './doors/routes/campaigns';
import { createEntityRoutes } from './doors/routes/entities';
import { createFactRoutes } from './doors/routes/facts';
import { createFixRoutes } from './doors/routes/fixes';
import { createGateRoutes } from './doors/routes/gate';
import { createHealthRoutes } from './doors/routes/health';
import { createOwnerRoutes } from './doors/routes/owners';
import { createPreviewRoutes } from './doors/routes/preview';
import { createScorecardRoutes } from './doors/routes/scorecards';
import { createSourceRoutes } from './doors/routes/sources';
import { createVersionRoutes } from './doors/routes/versions';
import { createWaiverRoutes } from './doors/routes/waivers';
import { AuthorizedServices } from './createAuthorizedServices';
import { LocalDays } from './answers/results';

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
    days: LocalDays;
    httpAuth: HttpAuthService;
  },
): express.Router {
  const routes = [
    ...createFactRoutes(options),
    ...createEntityRoutes(options),
    ...createFixRoutes(options),
    ...createGateRoutes(options),
    ...createScorecardRoutes(options),
    ...createOwnerRoutes(options),
    ...createPreviewRoutes(options),
    ...createWaiverRoutes(options),
    ...createAttestationRoutes(options),
    ...createCampaignRoutes(options),
    ...createSourceRoutes(options),
    ...createHealthRoutes(options),
    ...createVersionRoutes(options),
    ...createBadgeRoutes(options),
  ];
  return createRouteRouter(routes, { ...options, info: INFO });
}
