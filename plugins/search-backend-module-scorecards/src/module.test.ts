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
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import searchPlugin from '@backstage/plugin-search-backend';
import request from 'supertest';
import searchModuleScorecards from '.';

jest.setTimeout(60_000);

const HIDDEN = 'scorecard:default/secret';

const scorecard = (
  name: string,
  checks: object[],
  more: Partial<Entity> = {},
): Entity => ({
  apiVersion: 'fairlead.dev/v1alpha1',
  kind: 'Scorecard',
  metadata: {
    name,
    namespace: 'default',
    title: `Scorecard ${name}`,
    description: 'What a service needs before it carries traffic.',
  },
  spec: { owner: 'group:default/platform', levels: ['bronze'], checks },
  ...more,
});

const fastCi = {
  id: 'fast-ci',
  title: 'CI answers within ten minutes',
  level: 'bronze',
  why: 'A slow build is paid for by everyone.',
  fix: { text: 'Split the slowest cassowary.' },
};

const asked = {
  id: 'carries',
  title: 'Ready for growth',
  level: 'bronze',
  question: { text: 'Will this architecture carry ten times the users?' },
};

/** A search whose user may read all entities but the hidden one. */
async function start(entities: Entity[]) {
  const catalog = catalogServiceMock({ entities });
  let inside: SchedulerService | undefined;
  const { server } = await startTestBackend({
    features: [
      searchPlugin,
      searchModuleScorecards,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      createBackendModule({
        pluginId: 'search',
        moduleId: 'test',
        register(env) {
          env.registerInit({
            deps: { scheduler: coreServices.scheduler },
            async init({ scheduler }) {
              inside = scheduler;
            },
          });
        },
      }),
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      mockServices.rootConfig.factory({
        data: { permission: { enabled: true } },
      }),
      mockServices.permissions.mock({
        authorizeConditional: async queries =>
          queries.map(({ permission }) =>
            isResourcePermission(permission)
              ? {
                  result: AuthorizeResult.CONDITIONAL,
                  pluginId: 'catalog',
                  resourceType: permission.resourceType,
                  conditions: {
                    rule: 'IS_SEEN',
                    resourceType: permission.resourceType,
                  },
                }
              : { result: AuthorizeResult.DENY },
          ),
        authorize: async queries =>
          queries.map(({ resourceRef }) => ({
            result:
              resourceRef && resourceRef !== HIDDEN
                ? AuthorizeResult.ALLOW
                : AuthorizeResult.DENY,
          })),
      }).factory,
    ],
  });
  await inside!.triggerTask('search_index_scorecards');
  return {
    async find(term: string) {
      const { body } = await request(server)
        .get('/api/search/query')
        .query({ term, types: ['scorecards'] })
        .set('Authorization', mockCredentials.user.header())
        .expect(200);
      return body.results.map(
        (result: { document: { location: string } }) => result.document,
      );
    },
  };
}

describe('searchModuleScorecards', () => {
  it('finds scorecards, and checks by what they ask, why, and how they are mended', async () => {
    const search = await start([scorecard('readiness', [fastCi, asked])]);
    expect(await search.find('traffic')).toMatchObject([
      {
        title: 'Scorecard readiness',
        location: '/scorecards/default/readiness',
        owner: 'group:default/platform',
        part: 'scorecard',
      },
    ]);
    for (const [term, { id, title }] of [
      ['cassowary', fastCi],
      ['everyone', fastCi],
      ['architecture', asked],
    ] as const) {
      expect(await search.find(term)).toMatchObject([
        {
          title,
          location: `/scorecards/default/readiness/definition#check-${id}`,
          scorecard: 'Scorecard readiness',
          part: 'check',
          level: 'bronze',
        },
      ]);
    }
  });

  it('hides what the catalog does not show to the caller, and leaves out what is of others', async () => {
    const search = await start([
      scorecard('readiness', [fastCi]),
      scorecard('secret', [fastCi]),
      scorecard('theirs', [fastCi], { apiVersion: 'example.com/v1' }),
    ]);
    expect(
      (await search.find('cassowary')).map(
        ({ location }: { location: string }) => location,
      ),
    ).toEqual(['/scorecards/default/readiness/definition#check-fast-ci']);
  });
});
