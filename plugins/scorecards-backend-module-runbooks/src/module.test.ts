import {
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { EntityRunbookValues } from '@fairlead/backstage-plugin-runbooks-common';
import {
  RunbooksService,
  runbooksServiceRef,
} from '@fairlead/backstage-plugin-runbooks-node';
import {
  isFactId,
  validateFactValue,
} from '@fairlead/backstage-plugin-scorecards-common';
import {
  FactSource,
  factSourcesExtensionPoint,
  ObservedFactsPage,
} from '@fairlead/backstage-plugin-scorecards-node';
import scorecardsModuleRunbooks from '.';

jest.setTimeout(60_000);

const NOTHING: EntityRunbookValues = {
  entityRef: 'component:default/quiet',
  computedAt: '2026-03-02T00:00:00.000Z',
  coverage: {
    fired: 0,
    covered: 0,
    ratio: null,
    night: { fired: 0, covered: 0, ratio: null },
  },
  uncovered: [],
  health: { resolves: {}, complete: {}, actionable: {}, fresh: {}, drift: {} },
  runbooks: 0,
  incidents: {
    learning: { asked: 0, closed: 0 },
    openFollowUps: 0,
    overdueFollowUps: 0,
    foundByAlert: { n: 0, found: 0 },
  },
};

/** What is known of an entity of which nothing happened. */
const ZERO = {
  'runbooks.alerts.fired': 0,
  'runbooks.runbook.count': 0,
  'runbooks.incidents.openFollowUps': 0,
  'runbooks.incidents.overdueFollowUps': 0,
};

describe('scorecardsModuleRunbooks', () => {
  const readEntityValues = jest.fn<
    ReturnType<RunbooksService['readEntityValues']>,
    Parameters<RunbooksService['readEntityValues']>
  >();
  const sources: FactSource[] = [];

  beforeAll(async () => {
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
        createServiceFactory({
          service: runbooksServiceRef,
          deps: {},
          factory: () => ({
            readEntityValues,
            readFinishedDrills: jest.fn(),
            readSearchDocuments: jest.fn(),
          }),
        }),
        scorecardsModuleRunbooks,
      ],
    });
  });

  beforeEach(() => {
    readEntityValues.mockReset();
  });

  async function observe(cursor?: string) {
    const pages: ObservedFactsPage[] = [];
    for await (const page of sources[0].observe({
      cursor,
      signal: new AbortController().signal,
      logger: mockServices.logger.mock(),
      credentials: {} as never,
      entities: () => {
        throw new Error('not needed');
      },
      lastChanged: async () => new Map(),
      fetch,
    })) {
      pages.push(page);
    }
    return pages;
  }

  /** The facts of an entity of which these values are known. */
  async function factsOf(values: Partial<EntityRunbookValues>) {
    readEntityValues
      .mockResolvedValueOnce({
        items: [{ ...NOTHING, ...values }],
        cursor: '1',
      })
      .mockResolvedValueOnce({ items: [], cursor: '1' });
    const [{ items }] = await observe();
    return items[0];
  }

  it('declares each fact with type, definition and time to live', () => {
    const [{ id, facts }] = sources;
    expect(id).toBe('runbooks');
    expect(facts.map(fact => [fact.id, fact.type, fact.unit])).toEqual([
      ['runbooks.alerts.coverage', 'number', 'ratio'],
      ['runbooks.alerts.nightCoverage', 'number', 'ratio'],
      ['runbooks.alerts.fired', 'number', 'count'],
      ['runbooks.alerts.uncovered', 'string[]', undefined],
      ['runbooks.runbook.count', 'number', 'count'],
      ['runbooks.health.resolves', 'boolean', undefined],
      ['runbooks.health.complete', 'boolean', undefined],
      ['runbooks.health.actionable', 'boolean', undefined],
      ['runbooks.health.fresh', 'boolean', undefined],
      ['runbooks.health.drift', 'number', 'count'],
      ['runbooks.incidents.learningClosed', 'number', 'ratio'],
      ['runbooks.incidents.openFollowUps', 'number', 'count'],
      ['runbooks.incidents.overdueFollowUps', 'number', 'count'],
      ['runbooks.incidents.foundByAlert', 'number', 'ratio'],
    ]);
    for (const fact of facts) {
      expect(isFactId(fact.id)).toBe(true);
      expect(fact).toMatchObject({
        title: expect.any(String),
        description: expect.any(String),
        definitionUrl: expect.stringMatching(/^https:/),
        timeToLive: '50h',
      });
    }
  });

  it('makes facts of values, each of the type that was declared', async () => {
    const { values, absent } = await factsOf({
      coverage: {
        fired: 4,
        covered: 3,
        ratio: 0.75,
        night: { fired: 2, covered: 1, ratio: 0.5 },
      },
      uncovered: ['DiskFull'],
      runbooks: 2,
      health: {
        resolves: { ok: 2 },
        complete: { ok: 1, bad: 1 },
        actionable: { ok: 1, unknown: 1 },
        fresh: { bad: 1, unknown: 1 },
        drift: { ok: 2 },
      },
      drift: 3,
      incidents: {
        learning: { asked: 4, closed: 1 },
        openFollowUps: 5,
        overdueFollowUps: 2,
        foundByAlert: { n: 8, found: 6 },
      },
    });
    expect(values).toEqual({
      'runbooks.alerts.coverage': 0.75,
      'runbooks.alerts.nightCoverage': 0.5,
      'runbooks.alerts.fired': 4,
      'runbooks.alerts.uncovered': ['DiskFull'],
      'runbooks.runbook.count': 2,
      'runbooks.health.resolves': true,
      'runbooks.health.complete': false,
      'runbooks.health.fresh': false,
      'runbooks.health.drift': 3,
      'runbooks.incidents.learningClosed': 0.25,
      'runbooks.incidents.openFollowUps': 5,
      'runbooks.incidents.overdueFollowUps': 2,
      'runbooks.incidents.foundByAlert': 0.75,
    });
    expect(absent).toEqual(['runbooks.health.actionable']);
    const known = sources[0].facts.filter(({ id }) => id in values);
    expect(known.map(fact => validateFactValue(fact, values[fact.id]))).toEqual(
      known.map(() => undefined),
    );
  });

  it('knows of nothing that happened nothing but that it did not', async () => {
    const { values, absent } = await factsOf({});
    expect(values).toEqual(ZERO);
    expect([...Object.keys(values), ...(absent ?? [])].sort()).toEqual(
      sources[0].facts.map(({ id }) => id).sort(),
    );
  });

  it.each<[string, EntityRunbookValues['health']['resolves'], unknown]>([
    ['all resolve', { ok: 2 }, true],
    ['one leads nowhere', { ok: 1, bad: 1 }, false],
    ['one leads nowhere and one was not tried', { bad: 1, unknown: 1 }, false],
    ['one was not tried', { ok: 1, unknown: 1 }, undefined],
    ['one is behind a login', { ok: 1, unverifiable: 1 }, undefined],
    ['one is not counted at all', { ok: 1 }, undefined],
  ])('takes of two runbooks of which %s', async (_, resolves, expected) => {
    const health = { ...NOTHING.health, resolves };
    const { values, absent } = await factsOf({ runbooks: 2, health });
    expect(values['runbooks.health.resolves']).toBe(expected);
    expect(absent?.includes('runbooks.health.resolves')).toBe(
      expected === undefined,
    );
  });

  it('goes on where it was, and writes nothing while there is nothing new', async () => {
    readEntityValues
      .mockResolvedValueOnce({ items: [NOTHING], cursor: '1' })
      .mockResolvedValue({ items: [], cursor: '1' });
    const [{ cursor }] = await observe();
    expect(await observe(cursor)).toEqual([]);
    expect(readEntityValues.mock.calls.map(([query]) => query?.after)).toEqual([
      undefined,
      '1',
      '1',
    ]);
  });

  it('ends with the reason when the runbooks backend does not answer', async () => {
    readEntityValues.mockRejectedValue(new Error('503'));
    await expect(observe()).rejects.toThrow('503');
  });
});
