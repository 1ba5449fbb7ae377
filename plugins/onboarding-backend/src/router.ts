import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { createRouteRouter, OpenApiInfo } from '@fairlead/backend-routes';
import express from 'express';
import { version } from '../package.json';
import { AuthorizedServices } from './createAuthorizedServices';
import { createHelpRoutes } from './doors/routes/help';
import { createInsightRoutes } from './doors/routes/insights';
import { createJourneyRoutes } from './doors/routes/journeys';
import { createTrackRoutes } from './doors/routes/tracks';
import { createRunRoutes } from './doors/routes/runs';
import { createValueRoutes } from './doors/routes/values';

const INFO: OpenApiInfo = {
  pluginId: 'onboarding',
  version,
  description:
    "Who is on which track, what is next, and what verified what. One's own way is one's own: others see what the table of roles in the documentation says, and cohorts of five or more.",
};

/** All HTTP routes of the plugin. */
export function createRouter(
  options: AuthorizedServices & {
    auditor: AuditorService;
    httpAuth: HttpAuthService;
  },
): express.Router {
  const routes = [
    ...createHelpRoutes(options),
    ...createInsightRoutes(options),
    ...createJourneyRoutes(options),
    ...createRunRoutes(options),
    ...createTrackRoutes(options),
    ...createValueRoutes(options),
  ];
  return createRouteRouter(routes, { ...options, info: INFO });
}
