import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import eventsPlugin from '@backstage/plugin-events-backend';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import deliveryPlugin from '@fairlead/backstage-plugin-delivery-backend';
import githubModule from '@fairlead/backstage-plugin-delivery-backend-module-github';
import { TaskBoard } from '../evaluation/TaskBoard';
import { repositorySlugs } from './githubPayloads';
import { BacklogOptions } from './NormaliseFigures';

/** The plugin as it is installed, with a component for each repository and a scheduler of the bench's own. */
export async function startDeliveryBackend(options: BacklogOptions) {
  const tasks = new TaskBoard();
  const catalog = catalogServiceMock({
    entities: repositorySlugs().map((slug, n) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: `service-${n}`,
        namespace: 'default',
        uid: `uid-${n}`,
        annotations: { 'github.com/project-slug': slug },
      },
      spec: { type: 'service', lifecycle: 'production', owner: 'team' },
    })),
  });
  const databases = DatabaseManager.fromConfig(
    mockServices.rootConfig({
      data: { backend: { database: options.database } },
    }),
  );
  const databaseOf = (pluginId: string) =>
    databases.forPlugin(pluginId, {
      logger: mockServices.rootLogger({ level: 'error' }),
      lifecycle: { addShutdownHook: () => {}, addStartupHook: () => {} },
    });
  const backend = await startTestBackend({
    features: [
      deliveryPlugin,
      eventsPlugin,
      githubModule,
      mockServices.rootConfig.factory({
        data: {
          // Measuring is work of its own: it shall not run beside what is measured here.
          delivery: { worker: { measureInterval: { hours: 1 } } },
          events: { modules: { github: { webhookSecret: 'bench' } } },
        },
      }),
      mockServices.rootLogger.factory({ level: 'error' }),
      createServiceFactory({
        service: coreServices.database,
        deps: { plugin: coreServices.pluginMetadata },
        factory: ({ plugin }) => databaseOf(plugin.getId()),
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => tasks,
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
    ],
  });
  const knex = await databaseOf('delivery').getClient();

  return {
    knex,
    tasks,
    async stop() {
      await backend.stop();
      await knex.destroy();
    },
  };
}

/** What {@link startDeliveryBackend} starts. */
export type DeliveryBackend = Awaited<ReturnType<typeof startDeliveryBackend>>;
