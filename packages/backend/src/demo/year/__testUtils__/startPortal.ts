import {
  AuthService,
  coreServices,
  createBackendModule,
  createServiceFactory,
  DiscoveryService,
  resolvePackagePath,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import eventsBackend from '@backstage/plugin-events-backend';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import deliveryBackend from '@fairlead/backstage-plugin-delivery-backend';
import alertmanagerSource from '@fairlead/backstage-plugin-delivery-backend-module-alertmanager';
import cdeventsSource from '@fairlead/backstage-plugin-delivery-backend-module-cdevents';
import githubSource from '@fairlead/backstage-plugin-delivery-backend-module-github';
import gitlabSource from '@fairlead/backstage-plugin-delivery-backend-module-gitlab';
import pagerdutySource from '@fairlead/backstage-plugin-delivery-backend-module-pagerduty';
import rootlySource from '@fairlead/backstage-plugin-delivery-backend-module-rootly';
import { Knex } from 'knex';
import { DemoSender } from '../DemoSender';

const SECRETS = {
  alertmanager: 'a',
  github: 'g',
  gitlab: 'l',
  pagerduty: 'p',
  rootly: 'r',
};

interface Inside {
  auth: AuthService;
  discovery: DiscoveryService;
  scheduler: SchedulerService;
}

/** A portal with the doors of the demo's year. Nothing of it runs by itself but the intake. */
export async function startPortal(options: { db: Knex; entities: Entity[] }) {
  const { db, entities } = options;
  await shareNamesOfPersons(db);
  const inside: Partial<Inside> = {};
  const catalog = catalogServiceMock({ entities });
  await startTestBackend({
    features: [
      alertmanagerSource,
      cdeventsSource,
      deliveryBackend,
      eventsBackend,
      eventsServiceFactory,
      githubSource,
      gitlabSource,
      pagerdutySource,
      rootlySource,
      createBackendModule({
        pluginId: 'delivery',
        moduleId: 'inside',
        register(env) {
          env.registerInit({
            deps: {
              auth: coreServices.auth,
              discovery: coreServices.discovery,
              scheduler: coreServices.scheduler,
            },
            async init(services) {
              Object.assign(inside, services);
            },
          });
        },
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      mockServices.database.factory({ knex: db }),
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost' },
          delivery: {
            calendar: { timeZone: 'Europe/Oslo' },
            worker: { measureInterval: { seconds: 0 } },
          },
          events: {
            useEventBus: 'never',
            modules: Object.fromEntries(
              Object.entries(SECRETS).map(([id, secret]) => [
                id,
                id === 'alertmanager'
                  ? { token: secret }
                  : { webhookSecret: secret },
              ]),
            ),
          },
        },
      }),
    ],
  });
  const { auth, discovery, scheduler } = inside as Inside;
  const url = await discovery.getBaseUrl('delivery');
  return {
    sender: DemoSender.create({ auth, discovery, secrets: SECRETS }),
    run: (task: string) => scheduler.triggerTask(task),
    async get(path: string, as: 'user' | 'service' = 'user') {
      const response = await fetch(`${url}${path}`, {
        headers: { Authorization: mockCredentials[as].header() },
      });
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
      return response.json();
    },
  };
}

/** Each portal makes up its own names for persons, unless there is a key already. */
async function shareNamesOfPersons(db: Knex): Promise<void> {
  await db.migrate.latest({
    directory: resolvePackagePath(
      '@fairlead/backstage-plugin-delivery-backend',
      'migrations',
    ),
  });
  await db('secrets').insert({ name: 'person-key', value: 'c2hhcmVk' });
}
