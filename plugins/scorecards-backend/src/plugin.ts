import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { readTimeZoneFromConfig } from '@fairlead/background-work';
import { entityStreamsServiceRef } from '@fairlead/catalog-copy';
import { databaseChecksServiceRef } from '@fairlead/database-health';
import { factSourcesExtensionPoint } from '@fairlead/backstage-plugin-scorecards-node';
import { registerActions } from './doors/actions/registerActions';
import { createAuthorizedServices } from './createAuthorizedServices';
import { createServices } from './createServices';
import { createDatabase } from './database/createDatabase';
import { createFactSenders } from './intake/facts/createFactSenders';
import { FactDeclarations } from './intake/facts/FactDeclarations';
import { readDeclaredFactsFromConfig } from './intake/facts/readDeclaredFacts';
import { createInstruments } from './intake/metrics/Instruments';
import { observeHealth } from './answers/health';
import { ResultSignals } from './judging/notices';
import { registerPermissions } from './permissions';
import { CatalogFiles } from './answers/fixes';
import { createLocalDays } from './answers/results';
import { createRouter } from './router';
import { scheduleAttestations } from './schedule/scheduleAttestations';
import { scheduleCampaigns } from './schedule/scheduleCampaigns';
import { scheduleCatalogSync } from './schedule/scheduleCatalogSync';
import { scheduleEvaluation } from './schedule/scheduleEvaluation';
import { scheduleHistory } from './schedule/scheduleHistory';
import { scheduleNotices } from './schedule/scheduleNotices';
import { scheduleWaivers } from './schedule/scheduleWaivers';
import { createCatalogFactSource } from './intake/sources/catalog';
import {
  findEnabledSources,
  scheduleSources,
} from './intake/sources/scheduleSources';
import { createVisibilityService } from './catalog/visibility';

/**
 * The scorecards backend: collects facts about catalog entities, judges them, and answers what came of it.
 *
 * @public
 */
export const scorecardsPlugin = createBackendPlugin({
  pluginId: 'scorecards',
  register(env) {
    const declarations = new FactDeclarations();

    env.registerExtensionPoint(factSourcesExtensionPoint, {
      addFactSource: (...sources) =>
        sources.forEach(source => declarations.addSource(source)),
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
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
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
        const { config, httpRouter, lifecycle } = deps;
        declarations.addSource(createCatalogFactSource(deps));
        declarations.addConfigured(readDeclaredFactsFromConfig(config));
        const days = createLocalDays(readTimeZoneFromConfig(config));
        const db = await createDatabase(deps.database);
        deps.databases.add('scorecards', db);
        const signals = ResultSignals.create(deps);
        const services = createServices({
          ...deps,
          db,
          declarations,
          instruments: createInstruments(deps.metrics),
          onResults: uids => signals.changed(uids),
        });
        await services.discovered.load();
        observeHealth({ ...deps, db });

        registerPermissions({ ...deps, db });
        const authorized = createAuthorizedServices({
          ...deps,
          ...services,
          days,
          db,
          files: new CatalogFiles({
            ...deps,
            integrations: ScmIntegrations.fromConfig(config),
          }),
          known: services.knownFacts,
          publicBadges:
            config.getOptionalBoolean('scorecards.badges.public') ?? false,
          senders: createFactSenders(deps),
          statuses: services.runs,
          visibility: createVisibilityService({ ...deps, db }),
        });
        httpRouter.use(createRouter({ ...deps, ...authorized, days }));
        if (config.getOptionalBoolean('scorecards.badges.public')) {
          httpRouter.addAuthPolicy({
            path: '/badges',
            allow: 'unauthenticated',
          });
        }
        registerActions({ ...deps, ...authorized });

        const sources = findEnabledSources(declarations.sources(), config);
        await scheduleEvaluation({ ...deps, ...services, days, db });
        await scheduleCatalogSync({ ...deps, ...services, sources });
        await scheduleSources({ ...deps, ...services, sources });
        await scheduleWaivers({ ...deps, ...services, db });
        await scheduleAttestations({ ...deps, ...services, db });
        await scheduleCampaigns({ ...deps, ...services, db });
        await scheduleHistory({ ...deps, ...services, days, db });
        await scheduleNotices({ ...deps, ...services, db });
        lifecycle.addShutdownHook(() => services.evaluator.stop());
      },
    });
  },
});
