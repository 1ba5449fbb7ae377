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
import azureDevopsSource from '@fairlead/backstage-plugin-delivery-backend-module-azure-devops';
import bitbucketSource from '@fairlead/backstage-plugin-delivery-backend-module-bitbucket';
import { createHmac } from 'node:crypto';
import request from 'supertest';

jest.setTimeout(120_000);

const hoursAgo = (hours: number) =>
  new Date(Date.now() - hours * 3_600_000).toISOString();

const component = (name: string, annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, uid: name, annotations },
});

const ENTITIES = [
  component('cart', { 'bitbucket.org/project-slug': 'Acme/Cart' }),
  component('stock', {
    'backstage.io/source-location':
      'url:https://dev.azure.com/acme/Acme%20Web/_git/Stock?path=/catalog-info.yaml',
  }),
  component('typo', { 'bitbucket.org/project-slug': 'cart' }),
];

async function start() {
  let scheduler: SchedulerService;
  const { server } = await startTestBackend({
    features: [
      eventsBackend,
      deliveryBackend,
      azureDevopsSource,
      bitbucketSource,
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
        factory: () => catalogServiceMock({ entities: ENTITIES }),
      }),
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost' },
          delivery: { worker: { measureInterval: { seconds: 0 } } },
          events: {
            modules: {
              azureDevops: { password: 'flour' },
              bitbucket: { webhookSecret: 'yeast' },
            },
          },
        },
      }),
    ],
  });
  await scheduler!.triggerTask('sync-catalog');
  const post = async (topic: string, headers: object, body: string) =>
    request(server)
      .post(`/api/events/http/${topic}`)
      .set({ 'Content-Type': 'application/json', ...headers })
      .send(body)
      .expect(202);
  return {
    bitbucket: (event: object) => {
      const body = JSON.stringify(event);
      const digest = createHmac('sha256', 'yeast').update(body).digest('hex');
      return post('bitbucket', { 'X-Hub-Signature': `sha256=${digest}` }, body);
    },
    azureDevops: (event: object) => {
      const basic = Buffer.from('hook:flour').toString('base64');
      return post(
        'azure-devops',
        { Authorization: `Basic ${basic}` },
        JSON.stringify(event),
      );
    },
    async coverageOf(name: string) {
      await scheduler!.triggerTask('normalise');
      await scheduler!.triggerTask('measure');
      const { body } = await request(server)
        .get(`/api/delivery/entities/component/default/${name}/measures`)
        .set('Authorization', mockCredentials.service.header())
        .expect(200);
      return body.coverage;
    },
  };
}

describe('sources that the backend does not know by name', () => {
  it('are found by their own annotations and locations, and say how to name their things', async () => {
    const { azureDevops, bitbucket, coverageOf } = await start();
    const account = { type: 'user', uuid: '{ann}', account_id: 'ann' };
    await bitbucket({
      repository: { uuid: '{1}', full_name: 'acme/cart' },
      pullrequest: {
        id: 1,
        title: 'Add a cart',
        state: 'OPEN',
        author: account,
        created_on: hoursAgo(3),
        updated_on: hoursAgo(3),
      },
    });
    await azureDevops({
      eventType: 'git.pullrequest.created',
      createdDate: hoursAgo(3),
      resource: {
        repository: { id: '1', name: 'Stock', project: { name: 'Acme Web' } },
        pullRequestId: 1,
        status: 'active',
        creationDate: hoursAgo(3),
      },
    });
    expect(await coverageOf('cart')).toMatchObject({
      records: 1,
      subjects: [
        { annotation: 'bitbucket.org/project-slug', value: 'acme/cart' },
      ],
    });
    expect(await coverageOf('stock')).toMatchObject({
      records: 1,
      subjects: [
        { annotation: 'dev.azure.com/project-repo', value: 'acme web/stock' },
      ],
    });
    const { problems, sources } = await coverageOf('typo');
    expect(problems).toEqual([
      "Annotation bitbucket.org/project-slug: 'cart' is no workspace/repository",
    ]);
    expect(sources).toContainEqual({
      id: 'azure-devops',
      title: 'Azure DevOps',
      setup: expect.stringContaining('service hooks'),
      annotations: [
        {
          annotation: 'dev.azure.com/project-repo',
          example: 'project/repository',
        },
      ],
    });
  });
});
