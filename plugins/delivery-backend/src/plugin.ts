import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { deliverySourcesExtensionPoint } from '@fairlead/backstage-plugin-delivery-node';
import { databaseChecksServiceRef } from '@fairlead/database-health';
import { createDatabase } from './database/createDatabase';
import { createServices } from './createServices';
import { createCatalogServices, scheduleCatalogSync } from './catalog/entities';
import { subscribeInbox } from './intake/inbox';
import { createMeasureServices } from './createMeasureServices';
import { scheduleMeasuring } from './schedule/scheduleMeasuring';
import { scheduleOverview } from './schedule/scheduleOverview';
import {
  createEventSenders,
  createSourceCondition,
  registerPermissions,
} from './permissions';
import { createRouter } from './router';
import { scheduleNormalising } from './schedule/scheduleNormalising';
import { schedulePulls } from './schedule/schedulePulls';
import { scheduleRetention } from './schedule/scheduleRetention';
import { SourceRegistry } from './intake/sources/SourceRegistry';
import { createJunitSource } from './intake/testResults/createJunitSource';
import { DefaultVisibilityService } from './catalog/visibility';

/**
 * The delivery backend: takes deliveries of events in, makes records of them, and answers what they measure.
 *
 * @public
 */
export const deliveryPlugin = createBackendPlugin({
  pluginId: 'delivery',
  register(env) {
    const sources = new SourceRegistry();
    sources.add(createJunitSource());

    env.registerExtensionPoint(deliverySourcesExtensionPoint, {
      addSource: (...added) => added.forEach(source => sources.add(source)),
    });

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        databases: databaseChecksServiceRef,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { databases, httpRouter, lifecycle } = deps;
        registerPermissions({ ...deps, sources });
        const holdsFor = createSourceCondition(deps);
        const db = await createDatabase(deps.database);
        databases.add('delivery', db);
        const visibility = DefaultVisibilityService.create(deps);
        const told = createMeasureServices({
          ...deps,
          db,
          sources,
          visibility,
        });
        const services = await createServices({
          ...deps,
          db,
          holdsFor,
          onStored: () => told.measuring.nudge(),
          sources,
          visibility,
        });
        const { zone } = told.measureOptions.history.calendar;
        const followed = createCatalogServices({
          ...deps,
          ...services,
          db,
          marking: services.marking,
          visibility,
          zone,
        });
        const all = {
          ...deps,
          ...services,
          ...told,
          ...followed,
          db,
          onRematched: () => told.measuring.nudge(),
          senders: createEventSenders({ ...deps, holdsFor }),
          sources,
          visibility,
          zone,
        };
        httpRouter.use(createRouter(all));

        await scheduleCatalogSync(all);
        await scheduleNormalising(all);
        await schedulePulls(all);
        await scheduleRetention(all);
        await scheduleMeasuring(all);
        await scheduleOverview(all);
        const ending = new AbortController();
        await subscribeInbox({ ...all, signal: ending.signal });
        lifecycle.addShutdownHook(async () => {
          ending.abort();
          await services.normaliser.stop();
          await told.measuring.stop();
          await services.counts.flush();
        });
      },
    });
  },
});
