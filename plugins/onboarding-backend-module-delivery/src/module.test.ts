import {
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import {
  Change,
  DeliveredChange,
  DeliveryRecord,
  Incident,
  observe,
  RecordFields,
  Run,
} from '@fairlead/backstage-plugin-delivery-common';
import {
  DeliveryService,
  deliveryServiceRef,
} from '@fairlead/backstage-plugin-delivery-node';
import {
  ContributionPage,
  ContributionSource,
  verificationExtensionPoint,
} from '@fairlead/backstage-plugin-onboarding-node';
import onboardingModuleDelivery from '.';

jest.setTimeout(60_000);

const at = (minute: number) =>
  new Date(Date.UTC(2026, 2, 2, 10, minute)).toISOString();

const record = <F extends RecordFields<DeliveryRecord>>(fields: F) =>
  observe(
    { entities: ['component:default/shop'], ...fields },
    { occurredAt: at(0), observedAt: at(0), via: 'test' },
  );

const change = (fields: Partial<RecordFields<Change>> = {}) =>
  record({
    kind: 'change',
    source: 'github',
    repo: 'acme/shop',
    number: 7,
    title: 'Add a basket',
    url: 'https://example.com/7',
    ...fields,
  } as RecordFields<DeliveryRecord>);

const run = (fields: Partial<RecordFields<Run>> = {}) =>
  record({
    kind: 'run',
    source: 'github',
    repo: 'acme/shop',
    runId: '1',
    attempt: 1,
    startedBy: 'ann',
    finishedAt: at(9),
    status: { state: 'completed', outcome: 'success', at: at(9) },
    ...fields,
  } as RecordFields<DeliveryRecord>);

const incident = (fields: Partial<RecordFields<Incident>> = {}) =>
  record({
    kind: 'incident',
    source: 'rootly',
    externalId: '7',
    resolutions: [at(30)],
    responders: ['ann'],
    ...fields,
  } as RecordFields<DeliveryRecord>);

const delivered = (fields: Partial<DeliveredChange> = {}): DeliveredChange => ({
  change: 'change:github:acme/shop:7',
  author: 'ann',
  repo: 'acme/shop',
  entityRef: 'component:default/shop',
  deployment: 'deployment:github:acme/shop:1',
  deployedAt: at(40),
  title: 'Add a basket',
  ...fields,
});

/** Pages of what is told, each from where a reader stands. */
function pagesOf<T>(items: readonly T[]) {
  return async ({
    after = '0',
    limit = 100,
  }: { after?: string; limit?: number } = {}) => {
    const from = Number(after);
    const page = items.slice(from, from + limit);
    return {
      items: page,
      cursor: String(from + page.length),
      hasMore: from + page.length < items.length,
    };
  };
}

/** The source that the module adds where the delivery backend tells this. */
async function start(options: {
  feed?: readonly DeliveryRecord[];
  deliveries?: readonly DeliveredChange[];
}) {
  const delivery: jest.Mocked<DeliveryService> = {
    readFeed: jest.fn(pagesOf(options.feed ?? [])),
    readDeliveredChanges: jest.fn(pagesOf(options.deliveries ?? [])),
    readMeasureValues: jest.fn(),
    readPeople: jest.fn(async ({ userRefs }) => ({
      items: userRefs.map(userRef => ({ userRef, persons: ['x', userRef] })),
    })),
  };
  const source = await new Promise<ContributionSource>((resolve, reject) => {
    startTestBackend({
      features: [
        createBackendPlugin({
          pluginId: 'onboarding',
          register(env) {
            env.registerExtensionPoint(verificationExtensionPoint, {
              addContributionSource: added => resolve(added),
              setFactJudge: () => {},
            });
            env.registerInit({ deps: {}, init: async () => {} });
          },
        }),
        createServiceFactory({
          service: deliveryServiceRef,
          deps: {},
          factory: () => delivery,
        }),
        onboardingModuleDelivery,
      ],
    }).catch(reject);
  });
  return { delivery, source };
}

async function observeAll(source: ContributionSource, cursor?: string) {
  const pages: ContributionPage[] = [];
  const { signal } = new AbortController();
  for await (const page of source.observe({ cursor, signal })) {
    pages.push(page);
  }
  return pages;
}

/** What is known once all is told. */
async function read(options: Parameters<typeof start>[0]) {
  const { source } = await start(options);
  const known = new Map<string, ContributionPage['contributions'][number]>();
  for (const { contributions } of await observeAll(source)) {
    for (const one of contributions) {
      known.delete(one.key);
      if (one.kind !== 'removed') {
        known.set(one.key, one);
      }
    }
  }
  return [...known.values()];
}

describe('onboardingModuleDelivery', () => {
  it('tells of a change who made it, who reviewed it first, and with what', async () => {
    const told = await read({
      feed: [
        change({
          author: 'ann',
          mergedAt: at(20),
          reviews: [
            { by: 'bob', at: at(5) },
            { by: 'cy', at: at(8) },
          ],
          origin: {
            kind: 'person',
            assistedBy: ['Some agent'],
            evidence: [],
            confidence: 'high',
          },
        }),
      ],
    });
    expect(
      told.map(one => [
        one.kind,
        'person' in one && one.person,
        'at' in one && one.at,
      ]),
    ).toEqual([
      ['merged-change', 'ann', at(20)],
      ['review-received', 'ann', at(5)],
      ['review-given', 'bob', at(5)],
      ['review-given', 'cy', at(8)],
    ]);
    expect(told[0]).toMatchObject({
      entityRefs: ['component:default/shop'],
      repository: 'acme/shop',
      title: 'Add a basket',
      url: 'https://example.com/7',
      origin: 'agent',
    });
  });

  it.each<[string, DeliveryRecord]>([
    ['a change of a bot', change({ authorApp: 'renovate', mergedAt: at(1) })],
    ['a change that is open', change({ author: 'ann' })],
    [
      'a build that failed',
      run({ status: { state: 'completed', outcome: 'failure', at: at(9) } }),
    ],
    [
      'a build of a repository that nothing of the catalog has',
      run({ entities: [] }),
    ],
    ['a build that nobody set off', run({ startedBy: undefined })],
    [
      'an incident that several resolved',
      incident({ responders: ['ann', 'bob'] }),
    ],
    ['an incident that goes on', incident({ resolutions: [] })],
    ['an incident that was none', incident({ withdrawn: true })],
  ])('tells nothing of %s', async (_, told) => {
    expect(await read({ feed: [told] })).toEqual([]);
  });

  it('tells of the first green build, and of an incident resolved alone', async () => {
    expect(await read({ feed: [run(), incident()] })).toMatchObject([
      { kind: 'green-build', person: 'ann', at: at(9) },
      { kind: 'resolved-incident', person: 'ann', at: at(30) },
    ]);
  });

  it('takes back what proved to be otherwise', async () => {
    const alone = incident();
    expect(
      await read({ feed: [alone, incident({ responders: ['ann', 'bob'] })] }),
    ).toEqual([]);
    const old = change({ repo: 'acme/old', author: 'ann', mergedAt: at(2) });
    expect(
      await read({
        feed: [
          old,
          change({ author: 'ann', mergedAt: at(2), formerKeys: [old.key] }),
        ],
      }),
    ).toHaveLength(1);
  });

  it('tells which deployment brought a change, until it proves not to have', async () => {
    expect(
      await read({
        deliveries: [
          delivered(),
          delivered({ author: undefined, entityRef: 'component:default/till' }),
        ],
      }),
    ).toEqual([
      {
        kind: 'deployed-change',
        key: 'change:github:acme/shop:7#deployed:component:default/shop',
        person: 'ann',
        at: at(40),
        entityRefs: ['component:default/shop'],
        repository: 'acme/shop',
        title: 'Add a basket',
        url: undefined,
        origin: 'unknown',
      },
    ]);
    expect(
      await read({ deliveries: [delivered(), delivered({ revoked: true })] }),
    ).toEqual([]);
  });

  it('goes on in both where it was', async () => {
    const feed = Array.from({ length: 450 }, (_, n) => run({ runId: `${n}` }));
    const deliveries = Array.from({ length: 250 }, (_, n) =>
      delivered({ change: `change:${n}` }),
    );
    const { source, delivery } = await start({ feed, deliveries });
    const pages = await observeAll(source);
    expect(pages.map(page => page.contributions.length)).toEqual([
      200, 200, 50, 200, 50,
    ]);
    expect(await observeAll(source, pages[1].cursor)).toEqual(pages.slice(2));
    expect(await observeAll(source, pages[4].cursor)).toEqual([]);
    expect(delivery.readFeed).toHaveBeenCalledWith({
      after: undefined,
      kinds: ['change', 'run', 'incident'],
      limit: 200,
    });
  });

  it('asks delivery what stands for users', async () => {
    const { source } = await start({});
    expect(await source.identify!(['user:default/ann'])).toEqual([
      { userRef: 'user:default/ann', persons: ['x', 'user:default/ann'] },
    ]);
  });
});
