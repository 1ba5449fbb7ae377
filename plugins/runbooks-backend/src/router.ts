import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  createRouteRouter,
  OpenApiInfo,
  Route,
} from '@fairlead/backend-routes';
import express from 'express';
import { version } from '../package.json';

const INFO: OpenApiInfo = {
  pluginId: 'runbooks',
  version,
  description:
    'Which runbook there is for what fires, whether it holds, and what incidents teach. Nothing is executed here. Lists and counts hold only what the caller may read in the catalog.',
};

/** All HTTP routes of the plugin. */
export function createRouter(options: {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
}): express.Router {
  const routes: Route[] = [];
  return createRouteRouter(routes, { ...options, info: INFO });
}
