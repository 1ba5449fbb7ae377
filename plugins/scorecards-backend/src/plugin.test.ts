import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  FactSource,
  factSourcesExtensionPoint,
} from '@fairlead/backstage-plugin-scorecards-node';
import request from 'supertest';
import { component, scorecard, team } from './__testUtils__/entities';
import { TestCatalog } from './__testUtils__/TestCatalog';
import { scorecardsPlugin } from './plugin';

const harbour: FactSource = {
  id: 'harbour',
  title: 'Harbour',
  facts: [
    {
      id: 'harbour.hull.leaks',
      type: 'number',
      unit: 'count',
      title: 'Leaks',
      description: 'How many leaks the hull has.',
    },
  ],
  schedule: { frequency: { trigger: 'manual' }, timeout: { minutes: 1 } },
  async *observe({ entities }) {
    for await (const page of entities({ filter: { kind: 'Component' } })) {
      yield {
        items: page.map(entity => ({
          entityRef: stringifyEntityRef(entity),
          values: { 'harbour.hull.leaks': 1 },
        })),
      };
    }
  },
};

function moduleWith(...sources: FactSource[]) {
  return createBackendModule({
    pluginId: 'scorecards',
    moduleId: 'harbour',
    register(env) {
      env.registerInit({
        deps: { factSources: factSourcesExtensionPoint },
        async init({ factSources }) {
          factSources.addFactSource(...sources);
        },
      });
    },
  });
}

async function start(options: { sources?: FactSource[]; data?: object } = {}) {
  const scheduler = mockServices.scheduler();
  const catalog = new TestCatalog([
    team(),
    component(),
    scorecard({
      checks: [
        {
          id: 'owned',
          rule: { 'facts.ownership.ownerHasMembers': true },
        },
        { id: 'leaks', level: 'silver' },
      ],
    }),
  ]);
  const { server } = await startTestBackend({
    features: [
      scorecardsPlugin,
      moduleWith(...(options.sources ?? [harbour])),
      mockServices.rootConfig.factory({ data: { ...options.data } }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      catalog.feature,
    ],
  });
  return { scheduler, server };
}

describe('scorecardsPlugin', () => {
  it('judges an entity of the catalog from what its sources see', async () => {
    const { server, scheduler } = await start();
    await scheduler.triggerTask('sync-catalog');
    await scheduler.triggerTask('fact-source-harbour');
    await scheduler.triggerTask('evaluate-due');
    const { body, status } = await request(server)
      .get('/api/scorecards/entities/component/default/ferry')
      .set('Authorization', mockCredentials.user.header());
    expect(status).toBe(200);
    expect(body.scorecards).toMatchObject([
      {
        level: 'gold',
        score: 1,
        checks: [
          { id: 'owned', status: 'pass' },
          {
            id: 'leaks',
            status: 'pass',
            evidence: [{ path: 'facts.harbour.hull.leaks', value: 1 }],
          },
        ],
      },
    ]);
  });

  it('has a task for each of its duties', async () => {
    const { scheduler } = await start({
      data: { scorecards: { sources: { catalog: { enabled: false } } } },
    });
    const tasks = await scheduler.getScheduledTasks();
    expect(tasks.map(({ id, scope }) => `${id} ${scope}`).sort()).toEqual([
      'clean-up global',
      'evaluate-definitions global',
      'evaluate-due local',
      'fact-source-harbour global',
      'send-digests global',
      'sync-catalog global',
      'tell-lost-levels global',
      'tend-attestations global',
      'tend-campaigns global',
      'tend-waivers global',
      'write-daily-totals global',
    ]);
  });

  it.each([
    [
      'a second source of one name',
      { sources: [harbour, { ...harbour, facts: [] }] },
      `Fact source 'harbour' already exists`,
    ],
    [
      'two sources of one fact',
      { sources: [harbour, { ...harbour, id: 'port' }] },
      `Fact 'harbour.hull.leaks' is declared by fact source 'port', and by fact source 'harbour' already`,
    ],
    [
      'a wrong declaration in the configuration',
      {
        data: {
          scorecards: {
            facts: [
              {
                id: 'weather.wind.gust',
                type: 'duration',
                title: 'Gust',
                description: 'How long it blows.',
              },
            ],
          },
        },
      },
      `scorecards.facts[0]': Fact 'weather.wind.gust' is a duration and needs a unit`,
    ],
  ])('does not start with %s', async (_, options, message) => {
    await expect(start(options)).rejects.toThrow(message);
  });
});
