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
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import eventsBackend from '@backstage/plugin-events-backend';
import deliveryBackend from '@fairlead/backstage-plugin-delivery-backend';
import alertmanagerSource from '@fairlead/backstage-plugin-delivery-backend-module-alertmanager';
import runbooksBackend from '@fairlead/backstage-plugin-runbooks-backend';
import runbooksModuleDelivery from '@fairlead/backstage-plugin-runbooks-backend-module-delivery';
import request from 'supertest';

jest.setTimeout(120_000);

const minutesAgo = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();

const ENTITIES = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'cart',
      namespace: 'default',
      uid: 'cart',
      annotations: { 'fairlead.dev/service': 'cart' },
    },
    spec: { type: 'service' },
  },
];

async function start() {
  const schedulers: Record<string, SchedulerService> = {};
  const schedulerOf = (pluginId: string) =>
    createBackendModule({
      pluginId,
      moduleId: 'inside',
      register: env =>
        env.registerInit({
          deps: { scheduler: coreServices.scheduler },
          async init({ scheduler }) {
            schedulers[pluginId] = scheduler;
          },
        }),
    });
  const { server } = await startTestBackend({
    features: [
      eventsBackend,
      deliveryBackend,
      alertmanagerSource,
      runbooksBackend,
      runbooksModuleDelivery,
      schedulerOf('delivery'),
      schedulerOf('runbooks'),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalogServiceMock({ entities: ENTITIES }),
      }),
      // One for each plugin: both have tasks of the same name. Nothing runs by itself.
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => mockServices.scheduler(),
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost' },
          events: { modules: { grafana: { token: 'flour' } } },
        },
      }),
    ],
  });
  await schedulers.delivery.triggerTask('sync-catalog');
  await schedulers.runbooks.triggerTask('sync-catalog');
  return {
    /** What is told of an alert of the cart. */
    async tell(told: object) {
      await request(server)
        .post('/api/events/http/grafana')
        .set('Authorization', 'Bearer flour')
        .send({
          version: '1',
          receiver: 'pager',
          alerts: [
            {
              status: 'firing',
              fingerprint: 'c1f0d2',
              labels: {
                alertname: 'DiskFull',
                severity: 'critical',
                service: 'cart',
                namespace: 'shop',
              },
              annotations: {
                summary: 'The disk is full',
                runbook_url: 'https://runbooks.example/disk-full',
              },
              panelURL: 'https://grafana.example/d/disk?viewPanel=2',
              ...told,
            },
          ],
        })
        .expect(202);
    },
    /** What the page of the cart shows, once all that was told is worked off. */
    async read() {
      await schedulers.delivery.triggerTask('normalise');
      await schedulers.runbooks.triggerTask('read-operations');
      const { body } = await request(server)
        .get('/api/runbooks/entities/component/default/cart')
        .set('Authorization', mockCredentials.user.header())
        .expect(200);
      return body;
    },
  };
}

describe('what a webhook tells of an alert', () => {
  it('stands on the page of its entity, with the runbook that it names, until it is over', async () => {
    const { read, tell } = await start();
    const startsAt = minutesAgo(30);
    await tell({ startsAt });
    // Grafana repeats what fires.
    await tell({ startsAt, values: { B: 2 } });
    expect(await read()).toMatchObject({
      firing: [
        {
          alert: 'DiskFull',
          entityRef: 'component:default/cart',
          since: startsAt,
          severity: 'critical',
          labels: { namespace: 'shop' },
          summary: 'The disk is full',
          dashboardUrls: ['https://grafana.example/d/disk?viewPanel=2'],
          runbook: { from: 'alert' },
        },
      ],
      runbooks: [{ url: 'https://runbooks.example/disk-full', from: 'alert' }],
      coverage: { fired: 1, covered: 0 },
    });

    // Its end has another start.
    const resolved = minutesAgo(10);
    await tell({ status: 'resolved', startsAt: resolved, endsAt: resolved });
    expect(await read()).toMatchObject({ firing: [], coverage: { fired: 1 } });

    const again = minutesAgo(5);
    await tell({ startsAt: again });
    const { firing, coverage } = await read();
    expect(firing).toMatchObject([{ alert: 'DiskFull', since: again }]);
    expect(coverage).toMatchObject({ fired: 1 });
  });
});
