import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { deliverySourcesExtensionPoint } from '@fairlead/backstage-plugin-delivery-node';
import { entityStreamsServiceRef } from '@fairlead/catalog-copy';
import { databaseChecksServiceRef } from '@fairlead/database-health';
import { createDatabase } from './database/createDatabase';
import { createAuthorizedServices } from './createAuthorizedServices';
import { createServices } from './createServices';
import { subscribeInbox } from './intake/inbox';
import { scheduleCatalogSync } from './schedule/scheduleCatalogSync';
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
    sources.add(createJunitSource({ sources }));

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
        streams: entityStreamsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { databases, httpRouter, lifecycle } = deps;
        const db = await createDatabase(deps.database);
        databases.add('delivery', db);
        const services = await createServices({ ...deps, db, sources });

        registerPermissions({ ...deps, sources });
        const holdsFor = createSourceCondition(deps);
        const authorized = createAuthorizedServices({
          ...deps,
          ...services,
          db,
          holdsFor,
          senders: createEventSenders({ ...deps, holdsFor }),
          sources,
          visibility: DefaultVisibilityService.create(deps),
        });
        httpRouter.use(createRouter({ ...deps, ...authorized }));

        const scheduled = { ...deps, ...services, db, sources };
        await scheduleCatalogSync({
          ...scheduled,
          onRematched: () => services.measuring.nudge(),
        });
        await scheduleNormalising(scheduled);
        await schedulePulls(scheduled);
        await scheduleRetention(scheduled);
        await scheduleMeasuring(scheduled);
        await scheduleOverview(scheduled);
        const ending = new AbortController();
        await subscribeInbox({ ...scheduled, signal: ending.signal });
        lifecycle.addShutdownHook(async () => {
          ending.abort();
          await services.normaliser.stop();
          await services.measuring.stop();
          await services.counts.flush();
        });
      },
    });
  },
});
