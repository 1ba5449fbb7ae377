import {
  AuthService,
  coreServices,
  createBackendModule,
  createServiceFactory,
  DiscoveryService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import runbooksBackend from '@fairlead/backstage-plugin-runbooks-backend';
import {
  OperationsRecord,
  operationsSourcesExtensionPoint,
} from '@fairlead/backstage-plugin-runbooks-node';
import { createServiceClient } from '@fairlead/service-client';
import { Knex } from 'knex';

/** A runbooks backend that is told of some entities and records. Nothing runs by itself. */
export async function startRunbooks(options: {
  db: Knex;
  entities: Entity[];
  records?: OperationsRecord[];
}) {
  const { db, entities, records = [] } = options;
  const inside: {
    services?: {
      auth: AuthService;
      discovery: DiscoveryService;
      scheduler: SchedulerService;
    };
  } = {};
  const backend = await startTestBackend({
    features: [
      runbooksBackend,
      createBackendModule({
        pluginId: 'runbooks',
        moduleId: 'inside',
        register(env) {
          env.registerInit({
            deps: {
              auth: coreServices.auth,
              discovery: coreServices.discovery,
              scheduler: coreServices.scheduler,
              operations: operationsSourcesExtensionPoint,
            },
            async init({ operations, ...services }) {
              inside.services = services;
              operations.addOperationsSource({
                id: 'test',
                async *observe({ cursor }) {
                  if (!cursor) {
                    yield { records, cursor: 'end' };
                  }
                },
              });
            },
          });
        },
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalogServiceMock({ entities }),
      }),
      mockServices.database.factory({ knex: db }),
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
    ],
  });
  const services = inside.services!;
  return {
    ask: createServiceClient({ ...services, pluginId: 'runbooks' }),
    run: (task: string) => services.scheduler.triggerTask(task),
    stop: () => backend.stop(),
  };
}
