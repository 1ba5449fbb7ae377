import {
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { OnboardingValues } from '@fairlead/backstage-plugin-onboarding-common';
import {
  OnboardingService,
  onboardingServiceRef,
} from '@fairlead/backstage-plugin-onboarding-node';
import {
  isFactId,
  validateFactValue,
} from '@fairlead/backstage-plugin-scorecards-common';
import {
  FactSource,
  factSourcesExtensionPoint,
  ObservedFactsPage,
} from '@fairlead/backstage-plugin-scorecards-node';
import scorecardsModuleOnboarding from '.';

jest.setTimeout(60_000);

const TEAM: OnboardingValues = {
  entityRef: 'group:default/quay',
  computedAt: '2026-03-02T00:00:00.000Z',
  trackExists: true,
  setupTime: { value: 7200, n: 6 },
  docs: { found: 0.5, wrong: 0.25, missing: 0.25, n: 8 },
  stuckShare: { value: 0.1, n: 40 },
};

describe('scorecardsModuleOnboarding', () => {
  const readValues = jest.fn<
    ReturnType<OnboardingService['readValues']>,
    Parameters<OnboardingService['readValues']>
  >();
  const sources: FactSource[] = [];
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    backend = await startTestBackend({
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
          service: onboardingServiceRef,
          deps: {},
          factory: () => ({ readValues }),
        }),
        scorecardsModuleOnboarding,
      ],
    });
  });

  afterAll(() => backend.stop());

  beforeEach(() => {
    readValues.mockReset();
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

  it('declares each fact with type, unit, definition and time to live', () => {
    const [{ id, facts }] = sources;
    expect(id).toBe('onboarding');
    expect(facts.map(fact => [fact.id, fact.type, fact.unit])).toEqual([
      ['onboarding.track.exists', 'boolean', undefined],
      ['onboarding.setup.median', 'duration', 's'],
      ['onboarding.docs.found', 'number', 'ratio'],
      ['onboarding.stuck.share', 'number', 'ratio'],
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

  it('makes facts of values, and leaves out what is not known', async () => {
    readValues
      .mockResolvedValueOnce({
        items: [
          TEAM,
          {
            entityRef: 'onboardingtrack:default/welcome',
            computedAt: TEAM.computedAt,
          },
        ],
        cursor: '1',
      })
      .mockResolvedValue({ items: [], cursor: '1' });
    const [{ items, cursor }] = await observe();
    expect(items).toEqual([
      {
        entityRef: 'group:default/quay',
        values: {
          'onboarding.track.exists': true,
          'onboarding.setup.median': 7200,
          'onboarding.docs.found': 0.5,
          'onboarding.stuck.share': 0.1,
        },
        absent: [],
      },
      {
        entityRef: 'onboardingtrack:default/welcome',
        values: {},
        absent: sources[0].facts.map(({ id }) => id),
      },
    ]);
    expect(
      sources[0].facts.map(fact =>
        validateFactValue(fact, items[0].values[fact.id]),
      ),
    ).toEqual(sources[0].facts.map(() => undefined));
    expect(await observe(cursor)).toEqual([]);
  });

  it('ends with the reason when the onboarding backend does not answer', async () => {
    readValues.mockRejectedValue(new Error('503'));
    await expect(observe()).rejects.toThrow('503');
  });
});
