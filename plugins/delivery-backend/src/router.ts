import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { createRouteRouter, OpenApiInfo } from '@fairlead/backend-routes';
import express from 'express';
import { version } from '../package.json';
import { AuthorizedServices } from './createAuthorizedServices';
import { createDeliveredRoutes } from './doors/routes/delivered';
import { createEventRoutes } from './doors/routes/events';
import { createFeedRoutes } from './doors/routes/feed';
import { createFrictionRoutes } from './doors/routes/friction';
import { createLinkRoutes } from './doors/routes/links';
import { createMeasureRoutes } from './doors/routes/measures';
import { createPeopleRoutes } from './doors/routes/people';
import { createSourceRoutes } from './doors/routes/sources';
import { createTestResultRoutes } from './doors/routes/testResults';
import { createUnmatchedRoutes } from './doors/routes/unmatched';
import { createWaitingRoutes } from './doors/routes/waiting';
import { createWebhookRoutes } from './doors/routes/webhooks';

const INFO: OpenApiInfo = {
  pluginId: 'delivery',
  version,
  description:
    'Deliveries of events in, records and measures out. Lists and sums hold only what the caller may read in the catalog.',
};

/** All HTTP routes of the plugin. */
export function createRouter(
  options: AuthorizedServices & {
    auditor: AuditorService;
    httpAuth: HttpAuthService;
  },
): express.Router {
  const routes = [
    ...createDeliveredRoutes(options),
    ...createEventRoutes(options),
    ...createFeedRoutes(options),
    ...createFrictionRoutes(options),
    ...createLinkRoutes(options),
    ...createMeasureRoutes(options),
    ...createPeopleRoutes(options),
    ...createSourceRoutes(options),
    ...createTestResultRoutes(options),
    ...createUnmatchedRoutes(options),
    ...createWaitingRoutes(options),
    ...createWebhookRoutes(options),
  ];
  return createRouteRouter(routes, { ...options, info: INFO });
}
