import { HttpAuthService } from '@backstage/backend-plugin-api';
import { createRouteRouter, OpenApiInfo } from '@fairlead/backend-routes';
import express from 'express';
import { version } from '../package.json';
import { createEventRoutes } from './doors/routes/events';
import { createFeedRoutes } from './doors/routes/feed';
import { createFrictionRoutes } from './doors/routes/friction';
import { createLinkRoutes } from './doors/routes/links';
import { createMeasureRoutes } from './doors/routes/measures';
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

/** What all routes together need. */
export type RouterOptions = { httpAuth: HttpAuthService } & Parameters<
  typeof createEventRoutes
>[0] &
  Parameters<typeof createFeedRoutes>[0] &
  Parameters<typeof createFrictionRoutes>[0] &
  Parameters<typeof createLinkRoutes>[0] &
  Parameters<typeof createMeasureRoutes>[0] &
  Parameters<typeof createSourceRoutes>[0] &
  Parameters<typeof createTestResultRoutes>[0] &
  Parameters<typeof createUnmatchedRoutes>[0] &
  Parameters<typeof createWaitingRoutes>[0] &
  Parameters<typeof createWebhookRoutes>[0];

/** All HTTP routes of the plugin. */
export function createRouter(options: RouterOptions): express.Router {
  const routes = [
    ...createEventRoutes(options),
    ...createFeedRoutes(options),
    ...createFrictionRoutes(options),
    ...createLinkRoutes(options),
    ...createMeasureRoutes(options),
    ...createSourceRoutes(options),
    ...createTestResultRoutes(options),
    ...createUnmatchedRoutes(options),
    ...createWaitingRoutes(options),
    ...createWebhookRoutes(options),
  ];
  return createRouteRouter(routes, { ...options, info: INFO });
}
