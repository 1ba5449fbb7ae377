import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import eventsBackend from '@backstage/plugin-events-backend';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import deliveryBackend from '@fairlead/backstage-plugin-delivery-backend';
import alertmanagerSource from '@fairlead/backstage-plugin-delivery-backend-module-alertmanager';
import azureDevopsSource from '@fairlead/backstage-plugin-delivery-backend-module-azure-devops';
import bitbucketSource from '@fairlead/backstage-plugin-delivery-backend-module-bitbucket';
import cdeventsSource from '@fairlead/backstage-plugin-delivery-backend-module-cdevents';
import githubSource from '@fairlead/backstage-plugin-delivery-backend-module-github';
import gitlabSource from '@fairlead/backstage-plugin-delivery-backend-module-gitlab';
import pagerdutySource from '@fairlead/backstage-plugin-delivery-backend-module-pagerduty';
import databaseHealth from '@fairlead/database-health';
import { Knex } from 'knex';
import request from 'supertest';
import { Door, doorsConfig } from './doors';

/** Which of Backstage's event buses carries events. */
export type BusMode = 'never' | 'auto' | 'always';

/** A backend with every source, and with a database of its own for delivery and another for the rest. */
export async function startIntake(options: {
  delivery: Knex;
  events: Knex;
  useEventBus: BusMode;
}) {
  const backend = await startTestBackend({
    features: [
      databaseHealth,
      deliveryBackend,
      eventsBackend,
      eventsServiceFactory,
      alertmanagerSource,
      azureDevopsSource,
      bitbucketSource,
      cdeventsSource,
      githubSource,
      gitlabSource,
      pagerdutySource,
      createServiceFactory({
        service: coreServices.database,
        deps: { plugin: coreServices.pluginMetadata },
        factory: ({ plugin }) => ({
          getClient: async () =>
            plugin.getId() === 'delivery' ? options.delivery : options.events,
        }),
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalogServiceMock({ entities: [] }),
      }),
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost' },
          events: { useEventBus: options.useEventBus, modules: doorsConfig },
        },
      }),
    ],
  });
  const { server } = backend;
  let sent = 0;
  return {
    stop: () => backend.stop(),
    /** Something that was not sent before. */
    async send({ path, headers, bodyOf }: Door): Promise<request.Response> {
      sent += 1;
      const body = bodyOf(sent);
      return request(server).post(path).set(headers(body)).send(body);
    },
    readiness: () =>
      request(server)
        .get('/.backstage/health/v1/readiness')
        .then(({ status }) => status),
    stored: async () =>
      (await options.delivery('deliveries').orderBy('source')).map(
        ({ source }) => source,
      ),
  };
}
