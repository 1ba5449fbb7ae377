import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { readTimeZoneFromConfig } from '@fairlead/background-work';
import { entityStreamsServiceRef } from '@fairlead/catalog-copy';
import { databaseChecksServiceRef } from '@fairlead/database-health';
import {
  ContributionSource,
  FactJudge,
  verificationExtensionPoint,
} from '@fairlead/backstage-plugin-onboarding-node';
import { DefaultVisibilityService } from './catalog/visibility';
import { createAuthorizedServices } from './createAuthorizedServices';
import { createServices } from './createServices';
import { createDatabase } from './database/createDatabase';
import { registerActions } from './doors/actions/registerActions';
import { registerPermissions } from './permissions';
import { readKeptFor } from './records/contributions';
import { createRouter } from './router';
import { scheduleCatalogSync } from './schedule/scheduleCatalogSync';
import { scheduleJourneys } from './schedule/scheduleJourneys';
import { scheduleReminders } from './schedule/scheduleReminders';
import { scheduleTracks } from './schedule/scheduleTracks';
import { scheduleValues } from './schedule/scheduleValues';
import { scheduleRetention } from './schedule/scheduleRetention';
import { scheduleVerification } from './schedule/scheduleVerification';

/**
 * The onboarding backend: who is on which track, what is next, what verified what, and where newcomers get stuck.
 *
 * @public
 */
export const onboardingPlugin = createBackendPlugin({
  pluginId: 'onboarding',
  register(env) {
    const sources: ContributionSource[] = [];
    const facts: { judge?: FactJudge } = {};

    env.registerExtensionPoint(verificationExtensionPoint, {
      addContributionSource: (...added) => void sources.push(...added),
      setFactJudge: judge => {
        if (facts.judge) {
          throw new Error(
            'Facts that verify tasks are judged by one module, and there are two; remove one of them',
          );
        }
        facts.judge = judge;
      },
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
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        streams: entityStreamsServiceRef,
      },
      async init(deps) {
        const db = await createDatabase(deps.database);
        deps.databases.add('onboarding', db);
        registerPermissions(deps);
        const keptFor = readKeptFor(deps.config);
        const services = createServices({
          ...deps,
          db,
          judge: facts.judge,
          keptFor,
          sources,
        });
        const visibility = DefaultVisibilityService.create({ ...deps, db });
        const authorized = createAuthorizedServices({
          ...deps,
          ...services,
          db,
          keptFor,
          timeZone: readTimeZoneFromConfig(deps.config),
          visibility,
        });
        deps.httpRouter.use(createRouter({ ...deps, ...authorized }));
        registerActions({ ...deps, ...authorized });
        await scheduleCatalogSync({ ...deps, ...services });
        await scheduleTracks({ ...deps, ...services });
        await scheduleJourneys({ ...deps, ...services });
        await scheduleVerification({ ...deps, ...services });
        await scheduleRetention({ ...deps, db, keptFor });
        await scheduleReminders({ ...deps, ...services });
        await scheduleValues({ ...deps, ...services });
        deps.lifecycle.addShutdownHook(() => services.recordVerifying.stop());
      },
    });
  },
});
