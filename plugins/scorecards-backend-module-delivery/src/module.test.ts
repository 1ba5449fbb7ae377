import {
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  EntityMeasureValues,
  MEASURE_DEFINITIONS,
} from '@fairlead/backstage-plugin-delivery-common';
import {
  DeliveryService,
  deliveryServiceRef,
} from '@fairlead/backstage-plugin-delivery-node';
import { isFactId } from '@fairlead/backstage-plugin-scorecards-common';
import {
  FactSource,
  FactSourceContext,
  factSourcesExtensionPoint,
  ObservedFactsPage,
} from '@fairlead/backstage-plugin-scorecards-node';
import scorecardsModuleDelivery from '.';

jest.setTimeout(60_000);

const HOUR = 3_600_000;

const measured = (
  name: string,
  values: EntityMeasureValues['values'] = [],
): EntityMeasureValues => ({
  entityRef: `component:default/${name}`,
  measuredAt: '2026-03-01T00:00:00.000Z',
  days: 28,
  values,
});

describe('scorecardsModuleDelivery', () => {
  const readMeasureValues = jest.fn<
    ReturnType<DeliveryService['readMeasureValues']>,
    Parameters<DeliveryService['readMeasureValues']>
  >();
  const sources: FactSource[] = [];

  beforeAll(async () => {
    const scorecards = createBackendPlugin({
      pluginId: 'scorecards',
      register(env) {
        env.registerExtensionPoint(factSourcesExtensionPoint, {
          addFactSource: (...added) => void sources.push(...added),
        });
        env.registerInit({ deps: {}, init: async () => {} });
      },
    });
    const delivery = createServiceFactory({
      service: deliveryServiceRef,
      deps: {},
      factory: () => ({
        readMeasureValues,
        readDeliveredChanges: jest.fn(),
        readFeed: jest.fn(),
        readPeople: jest.fn(),
      }),
    });
    await startTestBackend({
      features: [scorecards, delivery, scorecardsModuleDelivery],
    });
  });

  beforeEach(() => {
    readMeasureValues.mockReset();
    jest.useFakeTimers({ now: Date.UTC(2026, 2, 2), doNotFake: ['nextTick'] });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  /** The delivery backend answers these pages, by the cursor asked with. */
  function answer(pages: Record<string, EntityMeasureValues[]>) {
    const cursors = Object.keys(pages);
    readMeasureValues.mockImplementation(async ({ after = '' } = {}) => ({
      items: pages[after],
      cursor: cursors[cursors.indexOf(after) + 1] ?? after,
    }));
  }

  async function observe(cursor?: string, signal?: AbortSignal) {
    const pages: ObservedFactsPage[] = [];
    const context: FactSourceContext = {
      cursor,
      signal: signal ?? new AbortController().signal,
      logger: mockServices.logger.mock(),
      credentials: {} as never,
      entities: () => {
        throw new Error('not needed');
      },
      lastChanged: async () => new Map(),
      fetch,
    };
    for await (const page of sources[0].observe(context)) {
      pages.push(page);
    }
    return pages;
  }

  const after = () => readMeasureValues.mock.calls.map(([o]) => o?.after);

  it('declares every measure with type, unit and definition', () => {
    const [{ id, facts }] = sources;
    expect(id).toBe('delivery');
    expect(facts.map(fact => [fact.id, fact.type, fact.unit])).toEqual(
      expect.arrayContaining([
        ['delivery.leadTime.p50', 'duration', 'ms'],
        ['delivery.leadTime.p90', 'duration', 'ms'],
        ['delivery.leadTime.n', 'number', 'count'],
        ['delivery.deploymentFrequency.perWeek', 'number', 'per week'],
        ['delivery.changeFailRate.ratio', 'number', 'ratio'],
        ['delivery.reworkRate.ratio', 'number', 'ratio'],
        ['delivery.recoveryTime.p50', 'duration', 'ms'],
        ['delivery.deployFailureRate.ratio', 'number', 'ratio'],
        ['delivery.automaticDeployments.ratio', 'number', 'ratio'],
        ['delivery.ci.feedback.p50', 'duration', 'ms'],
        ['delivery.ci.feedback.p90', 'duration', 'ms'],
        ['delivery.ci.runTime.p90', 'duration', 'ms'],
        ['delivery.ci.queue.p90', 'duration', 'ms'],
        ['delivery.ci.rerunLoss.perWeek', 'duration', 'ms'],
        ['delivery.ci.flakyJobs.ratio', 'number', 'ratio'],
        ['delivery.ci.flakyTests.ratio', 'number', 'ratio'],
        ['delivery.ci.timeToGreen.p50', 'duration', 'ms'],
      ]),
    );
    for (const { id: measure } of MEASURE_DEFINITIONS) {
      expect(facts.map(fact => fact.id)).toContain(`delivery.${measure}.n`);
    }
    expect(new Set(facts.map(fact => fact.id)).size).toBe(facts.length);
    for (const fact of facts) {
      expect(isFactId(fact.id)).toBe(true);
      expect(fact).toMatchObject({
        title: expect.any(String),
        description: expect.any(String),
        timeToLive: '50h',
      });
    }
  });

  it('makes facts of values, and says which have none', async () => {
    answer({
      '': [
        measured('shop', [
          {
            id: 'leadTime',
            unit: 'ms',
            n: 12,
            value: 5 * HOUR,
            percentiles: { p50: 5 * HOUR, p75: 8 * HOUR, p90: 9 * HOUR },
          },
          {
            id: 'recoveryTime',
            unit: 'ms',
            n: 2,
            value: HOUR,
            percentiles: { p50: HOUR },
          },
          { id: 'changeFailRate', unit: 'ratio', n: 8, value: 0 },
          { id: 'deploymentFrequency', unit: 'perWeek', n: 12, value: 3 },
          { id: 'ci.rerunLoss', unit: 'ms', n: 4, value: 8 * HOUR },
        ]),
        measured('quiet'),
      ],
      end: [],
    });
    const [{ items }] = await observe();
    const [shop, quiet] = items;
    expect(shop.values).toEqual({
      'delivery.leadTime.p50': 5 * HOUR,
      'delivery.leadTime.p90': 9 * HOUR,
      'delivery.leadTime.n': 12,
      'delivery.recoveryTime.p50': HOUR,
      'delivery.recoveryTime.n': 2,
      'delivery.changeFailRate.ratio': 0,
      'delivery.changeFailRate.n': 8,
      'delivery.deploymentFrequency.perWeek': 3,
      'delivery.deploymentFrequency.n': 12,
      'delivery.ci.rerunLoss.perWeek': 2 * HOUR,
      'delivery.ci.rerunLoss.n': 4,
    });
    const all = sources[0].facts.map(({ id }) => id).sort();
    expect(
      [...Object.keys(shop.values), ...(shop.absent ?? [])].sort(),
    ).toEqual(all);
    expect(shop.absent).toContain('delivery.recoveryTime.p90');
    expect(quiet.values).toEqual({});
    expect(quiet.absent?.sort()).toEqual(all);
  });

  it('names the slowest job beside what it explains, with the way to the records', async () => {
    const slowestJob = {
      name: 'e2e',
      n: 9,
      failed: 0,
      failureRate: 0,
      flakyCommits: 0,
      p90: HOUR / 4,
      total: HOUR,
      example: {
        recordKey: 'job:github:acme/shop:1',
        at: '2026-03-01T00:00:00.000Z',
        duration: HOUR / 4,
        url: 'https://github.com/acme/shop/actions/runs/7',
      },
    };
    answer({
      '': [
        { ...measured('shop'), slowestJob },
        {
          ...measured('odd'),
          slowestJob: {
            ...slowestJob,
            name: '試'.repeat(5_000),
            example: undefined,
          },
        },
      ],
      end: [],
    });
    const [{ items }] = await observe();
    expect(items[0].values).toEqual({
      'delivery.ci.slowestJob.name': 'e2e',
      'delivery.ci.slowestJob.p90': HOUR / 4,
      'delivery.ci.slowestJob.url': slowestJob.example.url,
    });
    expect(items[1].values['delivery.ci.slowestJob.name']).toBe(
      `${'試'.repeat(200)}…`,
    );
    expect(items[1].absent).toContain('delivery.ci.slowestJob.url');

    const factOf = (id: string) =>
      sources[0].facts.find(fact => fact.id === id);
    expect(factOf('delivery.ci.feedback.p90')).toMatchObject({
      recordsPath: 'delivery?days=30&measure=ci.feedback',
      explainedBy: Object.keys(items[0].values),
    });
    expect(factOf('delivery.leadTime.p50')).toMatchObject({
      recordsPath: 'delivery?days=30&measure=leadTime',
      explainedBy: undefined,
    });
  });

  it('goes on where it was, page by page', async () => {
    answer({ '': [measured('a')], one: [measured('b')], two: [] });
    const pages = await observe();
    expect(
      pages.map(({ items }) => items.map(({ entityRef }) => entityRef)),
    ).toEqual([['component:default/a'], ['component:default/b']]);
    expect(after()).toEqual([undefined, 'one', 'two']);

    readMeasureValues.mockClear();
    answer({ one: [measured('b')], two: [] });
    await observe(pages[0].cursor);
    expect(after()).toEqual(['one', 'two']);
  });

  it('writes nothing while there is nothing new', async () => {
    answer({ '': [], start: [] });
    const [first, ...others] = await observe();
    expect(first).toMatchObject({ items: [] });
    expect(others).toEqual([]);
    expect(await observe(first.cursor)).toEqual([]);
  });

  it('reads everything again after a day, so that what leaves the window goes', async () => {
    answer({ '': [measured('a')], one: [] });
    const [{ cursor }] = await observe();
    jest.advanceTimersByTime(23 * HOUR);
    expect(await observe(cursor)).toEqual([]);
    jest.advanceTimersByTime(HOUR);
    expect(await observe(cursor)).toMatchObject([
      { items: [{ entityRef: 'component:default/a' }] },
    ]);
  });

  it('begins anew if its cursor cannot be read', async () => {
    answer({ '': [measured('a')], one: [] });
    expect(await observe('of another version')).toHaveLength(1);
  });

  it('ends with the reason when the delivery backend does not answer, and when it is stopped', async () => {
    readMeasureValues.mockRejectedValue(new Error('503'));
    await expect(observe()).rejects.toThrow('503');
    await expect(
      observe(undefined, AbortSignal.abort(new Error('stopped'))),
    ).rejects.toThrow('stopped');
  });
});
