import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { entityStreamsServiceRef } from '@fairlead/catalog-copy';
import { databaseChecksServiceRef } from '@fairlead/database-health';
import {
  OperationsSource,
  operationsSourcesExtensionPoint,
} from '@fairlead/backstage-plugin-runbooks-node';
import { readWindowDaysFromConfig } from './answers/alerts';
import { DefaultVisibilityService } from './catalog/visibility';
import { createAuthorizedServices } from './createAuthorizedServices';
import { createServices } from './createServices';
import { createDatabase } from './database/createDatabase';
import { registerActions } from './doors/actions/registerActions';
import { RUNBOOK_FOR_PATH } from './doors/routes/runbookFor';
import { registerPermissions } from './permissions';
import { createRouter } from './router';
import { scheduleCatalogSync } from './schedule/scheduleCatalogSync';
import { scheduleHealth } from './schedule/scheduleHealth';
import { scheduleOperations } from './schedule/scheduleOperations';
import { scheduleRetention } from './schedule/scheduleRetention';
import { scheduleValues } from './schedule/scheduleValues';

/**
 * The runbooks backend: which runbook there is for what fires, whether it holds, and what incidents teach.
 *
 * @public
 */
export const runbooksPlugin = createBackendPlugin({
  pluginId: 'runbooks',
  register(env) {
    const sources: OperationsSource[] = [];

    env.registerExtensionPoint(operationsSourcesExtensionPoint, {
      addOperationsSource: (...added) => void sources.push(...added),
    });

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        databases: databaseChecksServiceRef,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        streams: entityStreamsServiceRef,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const db = await createDatabase(deps.database);
        deps.databases.add('runbooks', db);
        const portalUrl = deps.config.getOptionalString('app.baseUrl');
        const windowDays = readWindowDaysFromConfig(deps.config);
        registerPermissions(deps);
        const services = createServices({ ...deps, db, sources, windowDays });
        const visibility = DefaultVisibilityService.create({ ...deps, db });
        const authorized = createAuthorizedServices({
          ...deps,
          ...services,
          db,
          judge: runbookId => services.judge.judge(runbookId),
          portalUrl,
          visibility,
          windowDays,
        });
        deps.httpRouter.use(
          createRouter({ ...deps, ...authorized, portalUrl }),
        );
        // Whoever follows a link of an alert is led to the portal, which asks who they are.
        deps.httpRouter.addAuthPolicy({
          path: RUNBOOK_FOR_PATH,
          allow: 'unauthenticated',
        });
        registerActions({ ...deps, ...authorized });
        await scheduleCatalogSync({ ...deps, ...services });
        await scheduleOperations({ ...deps, ...services, db });
        await scheduleHealth({ ...deps, ...services });
        await scheduleValues({ ...deps, ...services });
        await scheduleRetention({ ...deps, db });
      },
    });
  },
});
