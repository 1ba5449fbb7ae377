import {
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  DeliveryRecord,
  DeploymentState,
  observe,
  RecordFields,
} from '@fairlead/backstage-plugin-delivery-common';
import {
  DeliveryService,
  deliveryServiceRef,
} from '@fairlead/backstage-plugin-delivery-node';
import {
  OperationsPage,
  OperationsRecord,
  OperationsSource,
  operationsSourcesExtensionPoint,
} from '@fairlead/backstage-plugin-runbooks-node';
import fc from 'fast-check';
import runbooksModuleDelivery from '.';

jest.setTimeout(60_000);

const at = (minute: number) =>
  new Date(Date.UTC(2026, 2, 2, 10, minute)).toISOString();

function record<F extends RecordFields<DeliveryRecord>>(fields: F) {
  return observe(
    { entities: ['component:default/shop'], ...fields },
    { occurredAt: at(0), observedAt: at(0), via: 'test' },
  );
}

const alert = (fields: Partial<RecordFields<DeliveryRecord>> = {}) =>
  record({
    kind: 'alert',
    source: 'alertmanager',
    fingerprint: 'f',
    startsAt: at(0),
    name: 'DiskFull',
    ...fields,
  } as RecordFields<DeliveryRecord>);

const incident = (fields: Partial<RecordFields<DeliveryRecord>> = {}) =>
  record({
    kind: 'incident',
    source: 'rootly',
    externalId: '7',
    ...fields,
  } as RecordFields<DeliveryRecord>);

const deployment = (
  environment: string,
  state: DeploymentState,
  fields: Partial<RecordFields<DeliveryRecord>> = {},
) =>
  record({
    kind: 'deployment',
    source: 'github',
    repo: 'acme/shop',
    externalId: '1',
    environment,
    sha: 'abc',
    statuses: [{ state, at: at(5) }],
    ...fields,
  } as RecordFields<DeliveryRecord>);

type Feed = jest.MockedFunction<DeliveryService['readFeed']>;

/** The source that the module adds where the delivery backend answers with this feed. */
async function start(
  readFeed: Feed,
  environments: { pattern: string; class: string }[] = [],
) {
  const sources: OperationsSource[] = [];
  await startTestBackend({
    features: [
      createBackendPlugin({
        pluginId: 'runbooks',
        register(env) {
          env.registerExtensionPoint(operationsSourcesExtensionPoint, {
            addOperationsSource: (...added) => void sources.push(...added),
          });
          env.registerInit({ deps: {}, init: async () => {} });
        },
      }),
      createServiceFactory({
        service: deliveryServiceRef,
        deps: {},
        factory: () => ({
          readFeed,
          readDeliveredChanges: jest.fn(),
          readMeasureValues: jest.fn(),
          readPeople: jest.fn(),
        }),
      }),
      mockServices.rootConfig.factory({ data: { delivery: { environments } } }),
      runbooksModuleDelivery,
    ],
  });
  return sources[0];
}

/** A feed of these records, each at the position at which it stands. */
function feedOf(records: readonly DeliveryRecord[]): Feed {
  return jest.fn(async ({ after = '0', limit = 100 } = {}) => {
    const from = Number(after);
    const items = records.slice(from, from + limit);
    return {
      items,
      cursor: String(from + items.length),
      hasMore: from + items.length < records.length,
    };
  });
}

async function observeAll(source: OperationsSource, cursor?: string) {
  const pages: OperationsPage[] = [];
  const { signal } = new AbortController();
  for await (const page of source.observe({ cursor, signal })) {
    pages.push(page);
  }
  return pages;
}

const read = async (...records: DeliveryRecord[]) =>
  (await observeAll(await start(feedOf(records)))).flatMap(
    page => page.records,
  );

/** What is known once all is told. */
function settle(records: readonly OperationsRecord[]) {
  const known = new Map<string, OperationsRecord>();
  for (const one of records) {
    known.delete(one.key);
    if (one.kind !== 'removed') {
      known.set(one.key, one);
    }
  }
  return known;
}

describe('runbooksModuleDelivery', () => {
  it('tells of an alert all that a runbook is found and filled by', async () => {
    expect(
      await read(
        alert({
          endsAt: at(9),
          severity: 'page',
          labels: { namespace: 'shop' },
          receivers: ['pager'],
          summary: 'The disk is full',
          runbookUrl: 'https://r.example/{{ $labels.alertname }}',
          dashboardUrls: ['https://grafana.example/d/1'],
          url: 'https://prometheus.example',
        }),
      ),
    ).toEqual([
      {
        kind: 'firing',
        key: `alert:alertmanager:f:${at(0).replace(/:/g, '%3A')}`,
        source: 'alertmanager',
        url: 'https://prometheus.example',
        entityRefs: ['component:default/shop'],
        alert: 'DiskFull',
        fingerprint: 'f',
        startsAt: at(0),
        endsAt: at(9),
        severity: 'page',
        labels: { namespace: 'shop' },
        receivers: ['pager'],
        summary: 'The disk is full',
        runbookUrl: 'https://r.example/{{ $labels.alertname }}',
        dashboardUrls: ['https://grafana.example/d/1'],
      },
    ]);
  });

  it('drops what proved to be but the end of an alert, and alerts without a name', async () => {
    const end = alert({ startsAt: at(20), endsAt: at(20) });
    const whole = alert({ endsAt: at(20), formerKeys: [end.key] });
    const known = settle(await read(end, whole));
    expect([...known.keys()]).toEqual([whole.key]);
    expect(await read(alert({ name: undefined }))).toEqual([
      { kind: 'removed', key: whole.key },
    ]);
  });

  it('tells of an incident its moments, and that it is open again', async () => {
    const told = {
      title: 'Checkout is slow',
      severity: 'SEV1',
      foundBy: 'alert' as const,
      alertNames: ['HighLatency'],
      labels: ['area: checkout'],
      startedAt: at(0),
      detectedAt: at(1),
      ackAt: at(2),
      mitigatedAt: at(3),
      resolutions: [at(4)],
      responders: ['somebody'],
      runbookUrl: '/half',
      postmortemUrl: 'https://review.example',
      publishedAt: at(50),
      followUps: [{ id: 'a', title: 'Add an index', dueAt: at(59) }],
    };
    const [closed, reopened] = await read(
      incident(told),
      incident({ ...told, reopened: [at(10)] }),
    );
    expect(closed).toMatchObject({
      kind: 'incident',
      title: 'Checkout is slow',
      severity: 'SEV1',
      foundBy: 'alert',
      alerts: ['HighLatency'],
      labels: ['area: checkout'],
      startedAt: at(0),
      detectedAt: at(1),
      acknowledgedAt: at(2),
      mitigatedAt: at(3),
      resolvedAt: at(4),
      responders: ['somebody'],
      runbookUrl: '/half',
      reviewUrl: 'https://review.example',
      reviewPublishedAt: at(50),
      followUps: [{ id: 'a', title: 'Add an index', dueAt: at(59) }],
    });
    expect(reopened).toMatchObject({ resolvedAt: undefined });
  });

  it('removes an incident that is withdrawn', async () => {
    const records = await read(incident(), incident({ withdrawn: true }));
    expect(records.map(({ kind }) => kind)).toEqual(['incident', 'removed']);
    expect([...settle(records).values()]).toEqual([]);
  });

  it.each<[string, DeliveryRecord, boolean]>([
    ['to production', deployment('Production', 'success'), true],
    [
      'that another one followed on',
      deployment('prod-eu', 'success', {
        statuses: [
          { state: 'success', at: at(5) },
          { state: 'inactive', at: at(50) },
        ],
      }),
      true,
    ],
    ['that failed', deployment('production', 'failure'), false],
    ['that goes on', deployment('production', 'in_progress'), false],
    ['to staging', deployment('staging', 'success'), false],
    ['to nobody knows where', deployment('blue', 'success'), false],
  ])('counts a deployment %s', async (_, told, counts) => {
    expect(await read(told)).toEqual([
      counts
        ? {
            kind: 'deployment',
            key: told.key,
            source: 'github',
            url: undefined,
            entityRefs: ['component:default/shop'],
            finishedAt: at(5),
            version: 'abc',
          }
        : { kind: 'removed', key: told.key },
    ]);
  });

  it('asks what the installation says of its environments, and reads all again when it says something else', async () => {
    const blue = deployment('blue', 'success');
    const before = await start(feedOf([blue]));
    const [{ cursor }] = await observeAll(before);
    expect(await observeAll(before, cursor)).toEqual([]);

    const after = await start(feedOf([blue]), [
      { pattern: '^blue$', class: 'production' },
    ]);
    const [page] = await observeAll(after, cursor);
    expect(page.records).toMatchObject([{ kind: 'deployment' }]);
    expect(await observeAll(after, page.cursor)).toEqual([]);
  });

  it('names both keys of a record whose repository was renamed', async () => {
    const formerKeys = ['deployment:github:acme/old:1'];
    const told = deployment('production', 'success', { formerKeys });
    expect(await read(told)).toMatchObject([
      { kind: 'removed', key: formerKeys[0] },
      { kind: 'deployment', key: told.key },
    ]);
  });

  it('asks for what concerns runbooks alone, and goes on where it was', async () => {
    const records = Array.from({ length: 450 }, (_, n) =>
      incident({ externalId: `${n}` }),
    );
    const feed = feedOf(records);
    const source = await start(feed);
    const pages = await observeAll(source);
    expect(pages.map(page => page.records.length)).toEqual([200, 200, 50]);
    expect(feed.mock.calls.map(([options]) => options)).toEqual(
      [undefined, '200', '400'].map(after => ({
        after,
        kinds: ['alert', 'incident', 'deployment'],
        limit: 200,
      })),
    );
    const rest = await observeAll(source, pages[1].cursor);
    expect(rest).toEqual([pages[2]]);
    expect(await observeAll(source, pages[2].cursor)).toEqual([]);
  });

  it('ends in the same whichever part of the feed is told again', async () => {
    const end = alert({ startsAt: at(20), endsAt: at(20) });
    const records = [
      end,
      incident(),
      deployment('staging', 'success'),
      alert(),
      alert({ endsAt: at(20), formerKeys: [end.key] }),
      incident({ withdrawn: true }),
      deployment('production', 'success'),
      incident({ resolutions: [at(30)] }),
    ];
    const told = await read(...records);
    const known = settle(told);
    expect([...known.values()].map(({ kind }) => kind).sort()).toEqual([
      'deployment',
      'firing',
      'incident',
    ]);
    fc.assert(
      fc.property(fc.nat(told.length), fc.nat(told.length), (one, another) => {
        const [from, stop] = [one, another].sort((a, b) => a - b);
        const again = [...told.slice(0, stop), ...told.slice(from)];
        expect(new Set(settle(again).values())).toEqual(
          new Set(known.values()),
        );
      }),
    );
  });

  it('ends with the reason when the delivery backend does not answer, and when it is stopped', async () => {
    const failing = await start(
      jest.fn(async () => {
        throw new Error('503');
      }),
    );
    await expect(observeAll(failing)).rejects.toThrow('503');
    const signal = AbortSignal.abort(new Error('stopped'));
    const stopped = failing.observe({ cursor: undefined, signal });
    await expect(stopped[Symbol.asyncIterator]().next()).rejects.toThrow(
      'stopped',
    );
  });
});
