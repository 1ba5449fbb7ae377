import {
  coreServices,
  createBackendModule,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import request from 'supertest';
import { scorecardsPlugin } from '../../../plugin';
import { entities as allEntities, facts as allFacts } from './fixtures';

const PLUGIN = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service('plugin:test'),
  targetPluginId: 'scorecards',
});

/** A running backend with the fixtures judged, and what a test needs to look behind it. */
export async function startScorecards(options: {
  db: Knex;
  entities?: Entity[];
  facts?: typeof allFacts;
  permissions?: Parameters<typeof mockServices.permissions.mock>[0];
  config?: JsonObject;
  urlReader?: ReturnType<typeof mockServices.urlReader.mock>;
  /** The teams of whoever calls as a user; none when left out. */
  teams?: string[];
}) {
  const { db, entities = allEntities, facts = allFacts } = options;
  const catalog = catalogServiceMock({ entities });
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(() => ({ result: 'ALLOW' as never })),
    authorizeConditional: async requests =>
      requests.map(() => ({ result: 'ALLOW' as never })),
    ...options.permissions,
  });
  const notifications = { send: jest.fn(async () => {}) };
  let scheduler: SchedulerService | undefined;

  const { server } = await startTestBackend({
    features: [
      scorecardsPlugin,
      createBackendModule({
        pluginId: 'scorecards',
        moduleId: 'test',
        register(reg) {
          reg.registerInit({
            deps: { tasks: coreServices.scheduler },
            async init({ tasks }) {
              scheduler = tasks;
            },
          });
        },
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => notifications,
      }),
      permissions.factory,
      ...(options.urlReader ? [options.urlReader.factory] : []),
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/mock',
          ownershipEntityRefs: ['user:default/mock', ...(options.teams ?? [])],
        }),
      }).factory,
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
      [method](`/api/scorecards${path}`)
      .set('Authorization', mockCredentials[as].header());
  const portal = {
    db,
    server,
    catalog,
    notifications,
    permissions,
    call,
    get: (path: string) => call('get', path),
    post: (path: string, body?: unknown) =>
      call('post', path).send(body as object),
    /** As another plugin of the same backend. */
    asPlugin: {
      post: (path: string, body?: unknown) =>
        call('post', path, 'service')
          .set('Authorization', PLUGIN)
          .send(body as object),
    },
    /** Brings the stored copy of the catalog up to date and judges all that is due. */
    async evaluate() {
      await scheduler!.triggerTask('sync-catalog');
      await scheduler!.triggerTask('evaluate-definitions');
      let due: number;
      do {
        await scheduler!.triggerTask('evaluate-due');
        const [{ count }] = await db('entities')
          .where('evaluate_at', '<=', Date.now())
          .count({ count: '*' });
        due = Number(count);
      } while (due);
    },
    run: (task: string) => scheduler!.triggerTask(task),
  };
  await portal.evaluate();
  await portal.asPlugin.post('/facts', { facts }).expect(202);
  await portal.evaluate();
  return portal;
}
