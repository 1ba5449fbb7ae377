import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
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
import { registerPermissions } from './permissions';
import { createRouter } from './router';
import { scheduleCatalogSync } from './schedule/scheduleCatalogSync';
import { scheduleOperations } from './schedule/scheduleOperations';
import { scheduleRetention } from './schedule/scheduleRetention';

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
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        databases: databaseChecksServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        streams: entityStreamsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const db = await createDatabase(deps.database);
        deps.databases.add('runbooks', db);
        registerPermissions(deps);
        const services = createServices({ ...deps, db, sources });
        const visibility = DefaultVisibilityService.create({ ...deps, db });
        const authorized = createAuthorizedServices({
          ...deps,
          ...services,
          db,
          judge: async () => undefined,
          visibility,
          windowDays: readWindowDaysFromConfig(deps.config),
        });
        deps.httpRouter.use(createRouter({ ...deps, ...authorized }));
        await scheduleCatalogSync({ ...deps, ...services });
        await scheduleOperations({ ...deps, ...services, db });
        await scheduleRetention({ ...deps, db });
      },
    });
  },
});
