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
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import deliveryBackend from '@fairlead/backstage-plugin-delivery-backend';
import cdeventsSource from '@fairlead/backstage-plugin-delivery-backend-module-cdevents';
import { Knex } from 'knex';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** The folder `conformance` of a checkout of https://github.com/cdevents/spec, which is no part of this project. */
const FOLDER = process.env.CDEVENTS_CONFORMANCE;

const SHA = 'a'.repeat(40);

const hoursAgo = (hours: number) =>
  new Date(Date.now() - hours * 3_600_000).toISOString();

interface Told {
  id?: string;
  at?: string;
  content?: object;
  customData?: object;
}

function cdEvent(type: string, subjectId: string, told: Told = {}) {
  const { at = hoursAgo(1), id = `${type}/${subjectId}`, ...rest } = told;
  const source = `/apis/tekton.dev/v1/namespaces/ci/pipelineruns/${subjectId}`;
  return {
    context: {
      version: '0.4.1',
      id,
      source,
      type: `dev.cdevents.${type}.0.2.0`,
      timestamp: at,
    },
    subject: { id: subjectId, source, content: rest.content ?? {} },
    customData: rest.customData ?? { entityRef: 'component:default/shop' },
  };
}

async function start(knex: Knex) {
  let scheduler: SchedulerService;
  const { server } = await startTestBackend({
    features: [
      deliveryBackend,
      cdeventsSource,
      createBackendModule({
        pluginId: 'delivery',
        moduleId: 'inside',
        register: env =>
          env.registerInit({
            deps: { scheduler: coreServices.scheduler },
            async init(deps) {
              scheduler = deps.scheduler;
            },
          }),
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () =>
          catalogServiceMock({
            entities: [
              {
                apiVersion: 'backstage.io/v1alpha1',
                kind: 'Component',
                metadata: {
                  name: 'shop',
                  uid: 'shop',
                  annotations: { 'github.com/project-slug': 'Acme/Shop' },
                },
              },
            ],
          }),
      }),
      mockServices.database.factory({ knex }),
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost' },
          delivery: { worker: { measureInterval: { seconds: 0 } } },
        },
      }),
    ],
  });
  const as = mockCredentials.service.header();
  const get = async (path: string) =>
    (
      await request(server)
        .get(`/api/delivery${path}`)
        .set('Authorization', as)
        .expect(200)
    ).body;
  await scheduler!.triggerTask('sync-catalog');
  return {
    get,
    send: (body: unknown, headers: Record<string, string> = {}) =>
      request(server)
        .post('/api/delivery/events')
        .set({
          Authorization: as,
          'Content-Type': 'application/json',
          ...headers,
        })
        .send(JSON.stringify(body)),
    async readRecords() {
      await scheduler!.triggerTask('normalise');
      return (await get('/feed')).items;
    },
    async measure(id: string) {
      await scheduler!.triggerTask('normalise');
      await scheduler!.triggerTask('measure');
      const { measures } = await get(
        '/entities/component/default/shop/measures',
      );
      return measures.find((one: { id: string }) => one.id === id);
    },
  };
}

describe.each(databases.eachSupportedId())('CDEvents, %s', id => {
  it('are refused with the path of what is missing, and taken where only their type is not known', async () => {
    const { send, get } = await start(await databases.init(id));
    const { id: _, ...context } = cdEvent('cake.baked', '1').context;
    for (const [body, path] of [
      [{}, 'context'],
      [{ context: {} }, 'context.id'],
      [{ ...cdEvent('cake.baked', '1'), context }, 'context.id'],
      [cdEvent('change.merged', ''), 'subject.id'],
      [cdEvent('change.merged', '1', { at: 'yesterday' }), 'context.timestamp'],
    ] as const) {
      const { body: answer } = await send(body).expect(400);
      expect(answer.error.message).toContain(`Body: '${path}': `);
    }
    await send(cdEvent('cake.baked', '1')).expect(202);
    const { body } = await send([{}, cdEvent('cake.baked', '2')]).expect(202);
    expect(body).toMatchObject({
      accepted: 1,
      rejected: [{ index: 0, reason: expect.stringContaining("'context': ") }],
    });
    const { sources } = await get('/sources');
    expect(
      sources.find((one: { id: string }) => one.id === 'cdevents'),
    ).toMatchObject({ quarantined: 0 });
  });

  it('of pipelines of which every run is a source of its own turn green again', async () => {
    const { send, measure } = await start(await databases.init(id));
    const run = (runId: string, at: number, outcome: string) => {
      const content = { pipelineName: 'build-main', outcome };
      const customData = {
        entityRef: 'component:default/shop',
        commit: SHA,
        onDefaultBranch: true,
      };
      return [
        cdEvent('pipelinerun.started', runId, {
          at: hoursAgo(at + 1),
          content,
          customData,
        }),
        cdEvent('pipelinerun.finished', runId, {
          at: hoursAgo(at),
          content,
          customData,
        }),
      ];
    };
    const events = [...run('b', 2, 'success'), ...run('a', 5, 'failure')];
    await send(events).expect(202);
    const { n, value } = await measure('ci.timeToGreen');
    expect([n, Math.round(value / 60_000)]).toEqual([1, 180]);
  });

  it('of one repository meet, however its name is written and however they are sent', async () => {
    const { send, readRecords } = await start(await databases.init(id));
    const merged = (name: string, repository: string) =>
      cdEvent('change.merged', name, { customData: { repository } });
    const cloud = ({ context }: ReturnType<typeof cdEvent>) => ({
      specversion: '1.0',
      id: context.id,
      source: context.source,
      type: context.type,
    });
    const inBase64 = merged('2', 'https://github.com/Acme/Shop.git');
    const binary = merged('3', 'git@github.com:ACME/shop.git');
    await send(merged('1', 'Acme/Shop')).expect(202);
    await send(
      {
        ...cloud(inBase64),
        data_base64: Buffer.from(JSON.stringify(inBase64)).toString('base64'),
      },
      { 'Content-Type': 'application/cloudevents+json' },
    ).expect(202);
    await send(
      binary,
      Object.fromEntries(
        Object.entries(cloud(binary)).map(([name, value]) => [
          `ce-${name}`,
          value,
        ]),
      ),
    ).expect(202);
    const deployed = cdEvent('service.deployed', 'shop', {
      content: {
        environment: { id: 'production' },
        artifactId: `pkg:github/Acme/Shop@${SHA}`,
      },
    });
    await send(deployed).expect(202);
    const records = await readRecords();
    expect(records.map(({ key }: { key: string }) => key).sort()).toEqual([
      'change:cdevents:acme/shop:1',
      'change:cdevents:acme/shop:2',
      'change:cdevents:acme/shop:3',
      expect.stringMatching(/^deployment:cdevents:acme\/shop:/),
    ]);
    for (const { entities } of records) {
      expect(entities).toEqual(['component:default/shop']);
    }
  });

  it('are no duplicates of themselves with a wrong time', async () => {
    const { send, readRecords } = await start(await databases.init(id));
    const at = hoursAgo(1);
    await send(cdEvent('change.merged', '1', { at: hoursAgo(-48) })).expect(
      202,
    );
    expect(await readRecords()).toEqual([]);
    await send(cdEvent('change.merged', '1', { at })).expect(202, {
      accepted: 1,
      duplicates: 0,
      rejected: [],
    });
    expect(await readRecords()).toMatchObject([{ mergedAt: at }]);
  });

  if (FOLDER) {
    it('of the specification are all taken and read', async () => {
      const { send, get, readRecords } = await start(await databases.init(id));
      const events = readdirSync(FOLDER)
        .filter(name => name.endsWith('.json'))
        .map(name => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')));
      const { body } = await send(events).expect(202);
      expect(body).toEqual({
        accepted: events.length,
        duplicates: 0,
        rejected: [],
      });
      expect((await readRecords()).length).toBeGreaterThan(10);
      expect((await get('/sources/quarantine')).items).toEqual([]);
    });
  }
});
