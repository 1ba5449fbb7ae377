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
import scorecardsBackend from '@fairlead/backstage-plugin-scorecards-backend';
import scorecardsModuleRunbooks from '@fairlead/backstage-plugin-scorecards-backend-module-runbooks';
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
      scorecardsBackend,
      scorecardsModuleRunbooks,
      schedulerOf('delivery'),
      schedulerOf('runbooks'),
      schedulerOf('scorecards'),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalogServiceMock({ entities: ENTITIES }),
      }),
      // One for each plugin: they have tasks of the same name. Nothing runs by itself.
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
  // The catalog is streamed once for all that ask for it at the same time.
  await Promise.all(
    Object.values(schedulers).map(scheduler =>
      scheduler.triggerTask('sync-catalog'),
    ),
  );
  const get = async (path: string) => {
    const { body } = await request(server)
      .get(`/api/${path}`)
      .set('Authorization', mockCredentials.user.header())
      .expect(200);
    return body;
  };
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
      return get('runbooks/entities/component/default/cart');
    },
    /** The facts that scorecards know of the cart, by id. */
    async readFacts(): Promise<Record<string, unknown>> {
      await schedulers.runbooks.triggerTask('compute-values');
      await schedulers.scorecards.triggerTask('fact-source-runbooks');
      const { facts } = await get('scorecards/facts/component/default/cart');
      return Object.fromEntries(
        facts.map(({ id, value }: { id: string; value: unknown }) => [
          id,
          value,
        ]),
      );
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

  it('becomes facts of scorecards, of which those that nobody looked at are none', async () => {
    const { read, readFacts, tell } = await start();
    await read();
    expect(await readFacts()).not.toHaveProperty(['runbooks.alerts.coverage']);

    await tell({ startsAt: minutesAgo(30) });
    await read();
    const facts = await readFacts();
    expect(facts).toMatchObject({
      'runbooks.alerts.fired': 1,
      'runbooks.alerts.coverage': 0,
      'runbooks.alerts.uncovered': ['DiskFull'],
      'runbooks.runbook.count': 1,
    });
    expect(facts).not.toHaveProperty(['runbooks.health.resolves']);
  });
});
