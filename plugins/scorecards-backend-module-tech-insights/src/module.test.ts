import { createBackendPlugin } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  registerMswTestHooks,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import {
  compileScorecard,
  Fact,
  importTechInsights,
} from '@fairlead/backstage-plugin-scorecards-common';
import {
  FactSource,
  factSourcesExtensionPoint,
  ObservedFactsPage,
} from '@fairlead/backstage-plugin-scorecards-node';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { stringify } from 'yaml';
import scorecardsModuleTechInsights from '.';

const BASE = 'http://localhost:7007/api/tech-insights';

const SEEN_AT = '2026-11-29T22:00:00.000+00:00';

/** As the backend answers them: the facts of each beside its id, version and filter. */
const SCHEMAS = [
  {
    id: 'entityOwnershipFactRetriever',
    version: '0.0.1',
    entityFilter: [{ kind: ['component', 'Resource'] }],
    hasOwner: { type: 'boolean', description: 'The spec.owner field is set' },
    hasGroupOwner: { type: 'boolean', description: 'It refers to a group' },
  },
  {
    id: 'repo-retriever',
    version: '1.0.0',
    entityFilter: null,
    openIssues: { type: 'integer', description: 'Open issues' },
    pushedAt: { type: 'datetime', description: 'Last push' },
    languages: { type: 'set', description: 'Languages' },
    meta: { type: 'object', description: 'Of the repository' },
  },
];

const entity = (name: string, kind = 'Component'): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name },
});

async function start(data: JsonObject = { scorecards: { techInsights: {} } }) {
  const sources: FactSource[] = [];
  await startTestBackend({
    features: [
      createBackendPlugin({
        pluginId: 'scorecards',
        register(env) {
          env.registerExtensionPoint(factSourcesExtensionPoint, {
            addFactSource: (...added) => void sources.push(...added),
          });
          env.registerInit({ deps: {}, init: async () => {} });
        },
      }),
      mockServices.discovery.mock({
        getBaseUrl: async pluginId => `http://localhost:7007/api/${pluginId}`,
      }).factory,
      mockServices.rootConfig.factory({ data }),
      scorecardsModuleTechInsights,
    ],
  });
  return sources;
}

async function observe(source: FactSource, entities: Entity[]) {
  const pages: ObservedFactsPage[] = [];
  const logger = mockServices.logger.mock();
  for await (const page of source.observe({
    signal: new AbortController().signal,
    logger,
    credentials: {} as never,
    async *entities() {
      yield entities;
    },
    lastChanged: async () => new Map(),
    fetch,
  })) {
    pages.push(page);
  }
  return {
    declared: pages.flatMap(({ declares = [] }) => declares),
    items: pages.flatMap(({ items }) => items),
    warnings: logger.warn.mock.calls.map(([message]) => message),
  };
}

describe('scorecardsModuleTechInsights', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  /** What it last saw, by entity and retriever. */
  const told = (rows: Record<string, Record<string, object>>) =>
    http.get(`${BASE}/facts/latest`, ({ request }) => {
      const query = new URL(request.url).searchParams;
      const ids = query.getAll('ids[]');
      const row = rows[query.get('entity')!] ?? {};
      return HttpResponse.json(
        Object.fromEntries(
          Object.entries(row)
            .filter(([id]) => ids.includes(id))
            .map(([id, more]) => [
              id,
              { id, version: '1', timestamp: SEEN_AT, facts: {}, ...more },
            ]),
        ),
      );
    });

  const schemas = (answer: object[] = SCHEMAS) =>
    http.get(`${BASE}/fact-schemas`, () => HttpResponse.json(answer));

  it('is off until it is configured', async () => {
    await expect(start({})).resolves.toEqual([]);
    await expect(
      start({ scorecards: { techInsights: { enabled: false } } }),
    ).resolves.toEqual([]);
    await expect(
      start({ scorecards: { techInsights: { timeToLive: 'soon' } } }),
    ).rejects.toThrow("is 'soon'; write a duration");
  });

  it('declares what the schemas say, and what is in objects once it is seen', async () => {
    server.use(
      schemas(),
      told({
        'component:default/cart': {
          'repo-retriever': {
            facts: { meta: { archived: false, license: { key: 'mit' } } },
          },
        },
      }),
    );
    const [source] = await start();
    const { declared } = await observe(source, [entity('cart')]);
    expect(declared.map(({ id, type }) => [id, type])).toEqual([
      ['techInsights.entityOwnershipFactRetriever.hasOwner', 'boolean'],
      ['techInsights.entityOwnershipFactRetriever.hasGroupOwner', 'boolean'],
      ['techInsights.repo-retriever.openIssues', 'number'],
      ['techInsights.repo-retriever.pushedAt', 'date'],
      ['techInsights.repo-retriever.languages', 'string[]'],
      ['techInsights.repo-retriever.meta.archived', 'boolean'],
      ['techInsights.repo-retriever.meta.license.key', 'string'],
    ]);
    expect(declared[1]).toMatchObject({
      title: 'Has group owner',
      description: 'It refers to a group',
      timeToLive: '50h',
    });
  });

  it('keeps the type that a value in an object had first, and follows the schema elsewhere', async () => {
    const rows = (meta: object, openIssues: unknown) =>
      told({
        'component:default/cart': {
          'repo-retriever': { facts: { meta, openIssues } },
        },
      });
    const [source] = await start();
    server.use(schemas(), rows({ stars: 7 }, 3));
    await observe(source, [entity('cart')]);

    const [, repository] = SCHEMAS;
    server.use(
      schemas([
        {
          ...repository,
          openIssues: { type: 'string', description: 'In words' },
        },
      ]),
      rows({ stars: 'many' }, 'few'),
    );
    const { declared, items } = await observe(source, [entity('cart')]);
    expect(declared).toMatchObject([
      { id: 'techInsights.repo-retriever.openIssues', type: 'string' },
    ]);
    expect(items).toMatchObject([
      {
        values: { 'techInsights.repo-retriever.openIssues': 'few' },
        failures: {
          'techInsights.repo-retriever.meta.stars': {
            error: expect.stringContaining('takes a number'),
          },
        },
      },
    ]);
  });

  it('leaves out what comes to the id of another, and says so', async () => {
    server.use(
      schemas([
        {
          id: 'r',
          'open issues': { type: 'integer' },
          'open.issues': { type: 'integer' },
        },
      ]),
      told({
        'component:default/cart': {
          r: { facts: { 'open issues': 1, 'open.issues': 2 } },
        },
      }),
    );
    const [source] = await start();
    const { items, warnings } = await observe(source, [entity('cart')]);
    expect(items[0].values).toEqual({ 'techInsights.r.open_issues': 1 });
    expect(warnings).toEqual([
      expect.stringContaining("come to the id 'techInsights.r.open_issues'"),
    ]);
  });

  it('tells each value as of when it was observed, and never what is not known', async () => {
    server.use(
      schemas(),
      told({
        'component:default/cart': {
          entityOwnershipFactRetriever: {
            facts: { hasOwner: true, hasGroupOwner: 'yes' },
          },
          'repo-retriever': {
            timestamp: '2026-11-30T06:00:00.000+02:00',
            facts: { openIssues: 3, pushedAt: null, languages: ['go', 7] },
          },
        },
        'resource:default/db': {
          entityOwnershipFactRetriever: { timestamp: null, facts: {} },
        },
      }),
    );
    const [source] = await start();
    const { items } = await observe(source, [
      entity('cart'),
      entity('db', 'Resource'),
    ]);
    const noTime = { error: expect.stringContaining('does not say when') };
    expect(items).toEqual([
      {
        entityRef: 'component:default/cart',
        observedAt: '2026-11-29T22:00:00.000Z',
        values: { 'techInsights.entityOwnershipFactRetriever.hasOwner': true },
        absent: [],
        failures: {
          'techInsights.entityOwnershipFactRetriever.hasGroupOwner': {
            error: expect.stringContaining('takes true or false'),
          },
        },
      },
      {
        entityRef: 'component:default/cart',
        observedAt: '2026-11-30T04:00:00.000Z',
        values: {
          'techInsights.repo-retriever.openIssues': 3,
          'techInsights.repo-retriever.languages': ['go', '7'],
        },
        absent: ['techInsights.repo-retriever.pushedAt'],
        failures: {},
      },
      {
        entityRef: 'resource:default/db',
        values: {},
        failures: {
          'techInsights.entityOwnershipFactRetriever.hasOwner': noTime,
          'techInsights.entityOwnershipFactRetriever.hasGroupOwner': noTime,
        },
      },
      {
        entityRef: 'resource:default/db',
        values: {},
        absent: [
          'techInsights.repo-retriever.openIssues',
          'techInsights.repo-retriever.pushedAt',
          'techInsights.repo-retriever.languages',
        ],
      },
    ]);
  });

  it('asks as scorecards, for the retrievers that are of that kind and that are wanted, a few at once', async () => {
    const asked: string[][] = [];
    let open = 0;
    let most = 0;
    server.use(
      schemas(),
      http.get(`${BASE}/facts/latest`, async ({ request }) => {
        open += 1;
        most = Math.max(most, open);
        const query = new URL(request.url).searchParams;
        asked.push([
          query.get('entity')!,
          ...query.getAll('ids[]'),
          request.headers.get('Authorization')!,
        ]);
        await new Promise(resolve => setImmediate(resolve));
        open -= 1;
        return HttpResponse.json({});
      }),
    );
    const [source] = await start({
      scorecards: {
        techInsights: {
          retrievers: ['entityOwnershipFactRetriever'],
          concurrency: 2,
        },
      },
    });
    await observe(source, [
      ...['a', 'b', 'c', 'd', 'e'].map(name => entity(name)),
      entity('shop', 'System'),
    ]);
    expect(most).toBeLessThanOrEqual(2);
    expect(asked.map(([ref]) => ref).sort()).toEqual(
      ['a', 'b', 'c', 'd', 'e'].map(name => `component:default/${name}`),
    );
    expect(asked[0].slice(1)).toEqual([
      'entityOwnershipFactRetriever',
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service('plugin:scorecards'),
        targetPluginId: 'tech-insights',
      }),
    ]);
  });

  it('asks for no more retrievers at once than its parser of queries takes', async () => {
    const asked: number[] = [];
    server.use(
      schemas(
        Array.from({ length: 45 }, (_, n) => ({ ...SCHEMAS[0], id: `r${n}` })),
      ),
      http.get(`${BASE}/facts/latest`, ({ request }) => {
        const ids = new URL(request.url).searchParams.getAll('ids[]');
        asked.push(ids.length);
        return HttpResponse.json(
          Object.fromEntries(
            ids.map(id => [
              id,
              { timestamp: SEEN_AT, facts: { hasOwner: true } },
            ]),
          ),
        );
      }),
    );
    const [source] = await start();
    const { items } = await observe(source, [entity('cart')]);
    expect(asked).toEqual([20, 20, 5]);
    expect(
      items.filter(({ values }) => Object.keys(values).length),
    ).toHaveLength(45);
  });

  it('says of an entity what it is refused with, and ends a run that is not answered', async () => {
    server.use(
      schemas([SCHEMAS[0]]),
      http.get(`${BASE}/facts/latest`, () =>
        HttpResponse.json(
          {
            error: { name: 'Error', message: 'Bad row' },
            request: { method: 'GET', url: '/facts/latest' },
            response: { statusCode: 500 },
          },
          { status: 500 },
        ),
      ),
    );
    const [source] = await start();
    const { items } = await observe(source, [entity('cart')]);
    expect(items[0].failures).toMatchObject({
      'techInsights.entityOwnershipFactRetriever.hasOwner': {
        error: 'tech-insights answered 500: Bad row',
      },
    });

    let times = 0;
    server.use(
      http.get(`${BASE}/facts/latest`, () => {
        times += 1;
        return new HttpResponse(null, {
          status: 503,
          headers: { 'Retry-After': '0' },
        });
      }),
    );
    await expect(observe(source, [entity('cart')])).rejects.toThrow(
      'tech-insights did not answer 4 times',
    );
    expect(times).toBe(4);

    server.use(
      http.get(
        `${BASE}/fact-schemas`,
        () => new HttpResponse(null, { status: 403 }),
      ),
    );
    await expect(observe(source, [entity('cart')])).rejects.toThrow('403');
  });

  it('tells the facts that imported checks ask for', async () => {
    server.use(
      schemas(),
      told({
        'component:default/cart': {
          entityOwnershipFactRetriever: { facts: { hasGroupOwner: true } },
          'repo-retriever': { facts: { meta: { archived: true } } },
        },
      }),
    );
    const check = (factIds: string[], condition: object) => ({
      type: 'json-rules-engine',
      name: 'Check',
      description: 'A check',
      factIds,
      rule: { conditions: { all: [condition] } },
    });
    const { scorecards } = importTechInsights(
      stringify({
        techInsights: {
          factChecker: {
            checks: {
              groupOwner: check(['entityOwnershipFactRetriever'], {
                fact: 'hasGroupOwner',
                operator: 'equal',
                value: true,
              }),
              notArchived: check(['repo-retriever'], {
                fact: 'meta',
                path: '$.archived',
                operator: 'equal',
                value: false,
              }),
              fewIssues: check(['repo-retriever'], {
                fact: 'openIssues',
                operator: 'lessThan',
                value: 10,
              }),
            },
          },
        },
      }),
      { owner: 'group:default/platform' },
    );
    const [source] = await start();
    const { items } = await observe(source, [entity('cart')]);
    const facts = items.flatMap(({ values, observedAt }) =>
      Object.entries(values).map(([id, value]): [string, Fact] => [
        id,
        {
          id,
          value,
          source: 'tech-insights',
          observedAt: observedAt!,
          state: 'ok',
        },
      ]),
    );
    const { checks } = compileScorecard(scorecards[0]).evaluate({
      entity: entity('cart'),
      facts: new Map(facts),
      now: Date.parse('2026-11-30T00:00:00Z'),
    });
    expect(checks.map(({ id, status }) => [id, status])).toEqual([
      ['group-owner', 'pass'],
      ['not-archived', 'fail'],
      ['few-issues', 'no-data'],
    ]);
  });
});
