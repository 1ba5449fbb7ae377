import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { EventsService, eventsServiceRef } from '@backstage/plugin-events-node';
import { JsonObject } from '@backstage/types';
import {
  DeliverySource,
  deliverySourcesExtensionPoint,
} from '@fairlead/backstage-plugin-delivery-node';
import { Knex } from 'knex';
import request from 'supertest';
import { deliveryPlugin } from '../plugin';
import { entities as allEntities } from './entities';
import { createTestSource, TEST_TOPIC } from './testSource';

/** A running backend with a source, and what a test needs to look behind it. Nothing runs by itself but the intake. */
export async function startDelivery(options: {
  db: Knex;
  entities?: Entity[];
  sources?: DeliverySource[];
  permissions?: Parameters<typeof mockServices.permissions.mock>[0];
  config?: JsonObject;
}) {
  const { db, entities = allEntities } = options;
  const { sources = [createTestSource()] } = options;
  const catalog = catalogServiceMock({ entities });
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(() => ({ result: 'ALLOW' as never })),
    authorizeConditional: async requests =>
      requests.map(() => ({ result: 'ALLOW' as never })),
    ...options.permissions,
  });
  const inside: { scheduler?: SchedulerService; events?: EventsService } = {};

  const { server, stop } = await startTestBackend({
    features: [
      deliveryPlugin,
      createBackendModule({
        pluginId: 'delivery',
        moduleId: 'test',
        register(reg) {
          reg.registerInit({
            deps: {
              events: eventsServiceRef,
              extension: deliverySourcesExtensionPoint,
              scheduler: coreServices.scheduler,
            },
            async init({ extension, events, scheduler }) {
              extension.addSource(...sources);
              Object.assign(inside, { events, scheduler });
            },
          });
        },
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      permissions.factory,
      mockServices.database.factory({ knex: db }),
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      mockServices.rootConfig.factory({
        data: { backend: { baseUrl: 'http://localhost' }, ...options.config },
      }),
    ],
  });

  const call = (
    method: 'get' | 'post',
    path: string,
    as: 'user' | 'service' | 'none' = 'user',
  ) =>
    request(server)
      [method](`/api/delivery${path}`)
      .set('Authorization', mockCredentials[as].header());
  const run = (task: string) => inside.scheduler!.triggerTask(task);
  return {
    server,
    stop,
    catalog,
    permissions,
    call,
    run,
    get: (path: string) => call('get', path),
    post: (path: string, body?: unknown) =>
      call('post', path).send(body as object),
    /** As another backend plugin, or a program with a static token. */
    asService: {
      get: (path: string) => call('get', path, 'service'),
      post: (path: string, body?: unknown) =>
        call('post', path, 'service').send(body as object),
    },
    /** Hands deliveries in as Backstage's events ingress does; they are stored when this resolves. */
    async deliver(
      payloads: readonly unknown[],
      { topic = TEST_TOPIC }: { topic?: string } = {},
    ) {
      for (const eventPayload of payloads) {
        await inside.events!.publish({ topic, eventPayload });
      }
    },
    /** Makes records of all deliveries that wait. */
    normalise: () => run('normalise'),
  };
}
