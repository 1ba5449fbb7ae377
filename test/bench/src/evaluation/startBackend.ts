import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import scorecardsPlugin from '@fairlead/backstage-plugin-scorecards-backend';
import { FactSource } from '@fairlead/backstage-plugin-scorecards-node';
import { createWorkloadCatalog } from './createWorkloadCatalog';
import { createWorkloadSource } from './createWorkloadSource';
import { WorkloadOptions } from './EvaluationFigures';
import { TaskBoard } from './TaskBoard';

/** The plugin as it is installed, with a catalog, a fact source and a scheduler of the bench's own. */
export async function startBackend(
  options: WorkloadOptions & {
    features?: BackendFeature[];
    observe: FactSource['observe'];
  },
) {
  const tasks = new TaskBoard();
  const catalog = createWorkloadCatalog(options);
  const config = { backend: { database: options.database } };
  const database = DatabaseManager.fromConfig(
    mockServices.rootConfig({ data: config }),
  ).forPlugin('scorecards', {
    logger: mockServices.rootLogger({ level: 'error' }),
    lifecycle: {
      addShutdownHook: () => {},
      addStartupHook: () => {},
    },
  });
  const backend = await startTestBackend({
    features: [
      scorecardsPlugin,
      createWorkloadSource(options),
      mockServices.rootConfig.factory({
        data: { scorecards: { sources: { catalog: { enabled: false } } } },
      }),
      mockServices.rootLogger.factory({ level: 'error' }),
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => database,
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => tasks,
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog.service,
      }),
      ...(options.features ?? []),
    ],
  });
  const knex = await database.getClient();

  return {
    catalog,
    knex,
    tasks,

    async stop() {
      await backend.stop();
      await knex.destroy();
    },
  };
}
