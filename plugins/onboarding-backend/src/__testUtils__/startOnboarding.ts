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
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import {
  ContributionPage,
  FactJudge,
  verificationExtensionPoint,
} from '@fairlead/backstage-plugin-onboarding-node';
import { Knex } from 'knex';
import request from 'supertest';
import { onboardingPlugin } from '../plugin';

type Features = Parameters<typeof startTestBackend>[0]['features'];

/** A running backend with a source of contributions, and a judge of facts where one is given. Nothing runs by itself. */
export async function startOnboarding(options: {
  db: Knex;
  entities?: Entity[];
  permissions?: Parameters<typeof mockServices.permissions.mock>[0];
  config?: JsonObject;
  facts?: FactJudge;
  features?: Features;
}) {
  const { db } = options;
  const entities = new Map(
    (options.entities ?? []).map(entity => [
      stringifyEntityRef(entity),
      entity,
    ]),
  );
  const current = () =>
    catalogServiceMock({ entities: [...entities.values()] });
  const catalog = catalogServiceMock.mock({
    getEntitiesByRefs: (...args) => current().getEntitiesByRefs(...args),
    getEntityByRef: (...args) => current().getEntityByRef(...args),
    getEntityFacets: (...args) => current().getEntityFacets(...args),
    queryEntities: (...args) => current().queryEntities(...args),
    streamEntities: (...args) => current().streamEntities(...args),
  });
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(() => ({ result: 'ALLOW' as never })),
    authorizeConditional: async requests =>
      requests.map(() => ({ result: 'ALLOW' as never })),
    ...options.permissions,
  });
  const inside: { scheduler?: SchedulerService } = {};
  const told: ContributionPage['contributions'][number][] = [];

  const backend = await startTestBackend({
    features: [
      onboardingPlugin,
      createBackendModule({
        pluginId: 'onboarding',
        moduleId: 'test',
        register(reg) {
          reg.registerInit({
            deps: {
              extension: verificationExtensionPoint,
              scheduler: coreServices.scheduler,
            },
            async init({ extension, scheduler }) {
              inside.scheduler = scheduler;
              if (options.facts) {
                extension.setFactJudge(options.facts);
              }
              extension.addContributionSource({
                id: 'test',
                // What stands for a user is told by an annotation, as logins are.
                identify: async userRefs =>
                  userRefs.map(userRef => ({
                    userRef,
                    persons: [
                      userRef,
                      entities.get(userRef)?.metadata.annotations?.login ?? [],
                    ].flat(),
                  })),
                async *observe({ cursor = '0' }) {
                  if (told.length > Number(cursor)) {
                    yield {
                      contributions: told.slice(Number(cursor)),
                      cursor: String(told.length),
                    };
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
        factory: () => catalog,
      }),
      permissions.factory,
      mockServices.database.factory({ knex: db }),
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      mockServices.rootConfig.factory({
        data: { backend: { baseUrl: 'http://localhost' }, ...options.config },
      }),
      ...(options.features ?? []),
    ],
  });

  const call = (
    method: 'get' | 'post' | 'patch',
    path: string,
    as: 'user' | 'service' | 'none' | { user: string } = 'user',
  ) =>
    request(backend.server)
      [method](`/api/onboarding${path}`)
      .set(
        'Authorization',
        typeof as === 'string'
          ? mockCredentials[as].header()
          : mockCredentials.user.header(as.user),
      );
  const run = (task: string) => inside.scheduler!.triggerTask(task);
  return {
    server: backend.server,
    stop: () => backend.stop(),
    catalog,
    permissions,
    call,
    run,
    get: (path: string) => call('get', path),
    post: (path: string, body?: unknown) =>
      call('post', path).send(body as object),
    patch: (path: string, body?: unknown) =>
      call('patch', path).send(body as object),
    /** As somebody, by the ref of the user. */
    as: (user: string) => ({
      get: (path: string) => call('get', path, { user }),
      post: (path: string, body?: unknown) =>
        call('post', path, { user }).send(body as object),
    }),
    /** As another backend plugin, or a program with a static token. */
    asService: {
      get: (path: string) => call('get', path, 'service'),
      post: (path: string, body?: unknown) =>
        call('post', path, 'service').send(body as object),
    },
    /** What the source tells in its next run. */
    tell: (...contributions: ContributionPage['contributions']) =>
      void told.push(...contributions),
    /** Puts entities into the catalog, in the place of those of the same name. */
    put: (...changed: Entity[]) =>
      changed.forEach(entity =>
        entities.set(stringifyEntityRef(entity), entity),
      ),
    /** Takes entities out of the catalog. */
    remove: (...entityRefs: string[]) =>
      entityRefs.forEach(ref => entities.delete(ref)),
    /** Reads the catalog. */
    sync: () => run('sync-catalog'),
  };
}
