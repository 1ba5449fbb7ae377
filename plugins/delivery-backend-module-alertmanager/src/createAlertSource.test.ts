import { JsonObject, JsonValue } from '@backstage/types';
import {
  Alert,
  deliveryRecordSchema,
  mergeAll,
  observe,
  settleAlerts,
} from '@fairlead/backstage-plugin-delivery-common';
import fc from 'fast-check';
import { firing, notification } from './__testUtils__/notification';
import { createAlertSource } from './createAlertSource';
import { SENDERS } from './senders';

jest.setTimeout(60_000);

const receivedAt = '2026-03-09T00:00:00.000Z';
const context = { person: () => 'nobody' };
const [alertmanager, grafana] = SENDERS.map(sender =>
  createAlertSource({ sender }),
);

const read = (payload: JsonValue, source = alertmanager) =>
  source.read(
    { type: source.typeOf(payload, {}) ?? '', payload, receivedAt },
    context,
  );

const recordsOf = (payloads: JsonValue[]) =>
  mergeAll(
    payloads.flatMap(payload =>
      (read(payload) ?? []).map(({ record, occurredAt }) =>
        observe(record, {
          occurredAt,
          observedAt: receivedAt,
          via: 'alertmanager.webhook',
        }),
      ),
    ),
  );

const record = {
  kind: 'alert',
  source: 'alertmanager',
  fingerprint: 'c1f0d2',
  startsAt: '2026-03-02T10:00:00.123Z',
  name: 'HighLatency',
  severity: 'page',
  labels: {
    alertname: 'HighLatency',
    severity: 'page',
    service: 'checkout',
    namespace: 'shop',
  },
  receivers: ['fairlead'],
  summary: 'Half of the requests take a second',
  runbookUrl: 'https://runbooks.example/high-latency',
  url: 'https://prometheus.example/graph?g0.expr=up',
};

describe('createAlertSource', () => {
  it.each<[string, JsonObject, object]>([
    ['that fires', {}, { seenFiring: true }],
    ['without an end', { endsAt: null }, { seenFiring: true }],
    [
      'that is given up later',
      { endsAt: '2026-03-02T10:30:00Z' },
      { seenFiring: true },
    ],
    [
      'that is resolved',
      { status: 'resolved', endsAt: '2026-03-02T10:30:00+01:00' },
      { endsAt: '2026-03-02T09:30:00.000Z', seenFiring: undefined },
    ],
    [
      'that is resolved at no time',
      { status: 'resolved' },
      { seenFiring: undefined },
    ],
    [
      'without labels and annotations',
      { labels: null, annotations: {}, generatorURL: '' },
      {
        name: undefined,
        severity: undefined,
        labels: undefined,
        summary: undefined,
        runbookUrl: undefined,
        url: undefined,
      },
    ],
  ])('reads an alert %s', (_, fields, expected) => {
    const observed = { ...record, ...expected };
    expect(read(notification([firing(fields)]))).toMatchObject([
      {
        record: observed,
        occurredAt:
          'endsAt' in observed
            ? '2026-03-02T09:30:00.000Z'
            : '2026-03-02T10:00:00.123Z',
      },
    ]);
  });

  it('ends what fires, where the end is told with another start', () => {
    const resolved = '2026-03-02T10:20:00Z';
    const alerts = recordsOf([
      notification([
        firing({ status: 'resolved', startsAt: resolved, endsAt: resolved }),
      ]),
      notification([firing()]),
    ]) as Alert[];
    expect(new Set(settleAlerts(alerts).values())).toEqual(
      new Set([
        expect.objectContaining({
          startsAt: '2026-03-02T10:00:00.123Z',
          endsAt: '2026-03-02T10:20:00.000Z',
        }),
      ]),
    );
  });

  it.each<[string, JsonObject, object[]]>([
    [
      'the service',
      { service: 'checkout', job: 'api' },
      [{ annotation: 'fairlead.dev/service', value: 'checkout' }],
    ],
    [
      'an entity',
      { entity_ref: 'component:default/shop', job: 'api' },
      [
        {
          annotation: 'backstage.io/entity-ref',
          value: 'component:default/shop',
        },
      ],
    ],
    [
      'an entity and a service',
      { backstage_entity: 'shop', service: 'checkout' },
      [
        { annotation: 'backstage.io/entity-ref', value: 'shop' },
        { annotation: 'fairlead.dev/service', value: 'checkout' },
      ],
    ],
    [
      'the job, where nothing names a service',
      { service: '', job: 'api', alertname: 'Down' },
      [{ annotation: 'fairlead.dev/service', value: 'api' }],
    ],
    [
      'its own name, where nothing else is known',
      { alertname: 'Down' },
      [{ annotation: 'fairlead.dev/service', value: 'Down' }],
    ],
    ['nothing', {}, []],
  ])('is about %s', (_, labels, subjects) => {
    expect(read(notification([firing({ labels })]))).toMatchObject([
      { subjects },
    ]);
  });

  it('reads what Grafana sends, with its own links', () => {
    const panelURL = 'https://grafana.example/d/shop?viewPanel=2';
    const dashboardURL = 'https://grafana.example/d/shop';
    const alerts = [
      firing({ panelURL, dashboardURL, values: { B: 1 } }),
      firing({ panelURL: '', dashboardURL, fingerprint: 'other' }),
    ];
    const payload = notification(alerts, { version: '1', orgId: 1 });
    expect(read(payload, grafana)).toMatchObject([
      {
        record: {
          ...record,
          source: 'grafana',
          url: panelURL,
          dashboardUrls: [panelURL, dashboardURL],
        },
      },
      {
        record: {
          ...record,
          source: 'grafana',
          fingerprint: 'other',
          url: dashboardURL,
          dashboardUrls: [dashboardURL],
        },
      },
    ]);
  });

  it.each<[string, JsonObject, object]>([
    [
      'a template in place of a runbook',
      { runbook_url: 'https://r.example/{{ $labels.alertname }}' },
      { runbookUrl: 'https://r.example/{{ $labels.alertname }}' },
    ],
    [
      'a runbook without a host, under a short name',
      { runbook: '/disk-full' },
      { runbookUrl: '/disk-full' },
    ],
    [
      'its description, where there is no summary',
      { description: 'Slow', summary: '' },
      { summary: 'Slow' },
    ],
    [
      'a dashboard once',
      {
        dashboard_url: 'https://grafana.example/d/1',
        dashboard: 'https://grafana.example/d/1',
      },
      { dashboardUrls: ['https://grafana.example/d/1'] },
    ],
    [
      'no dashboard of which it has but the name',
      { dashboard: 'shop', dashboard_url: 'ftp://grafana.example' },
      { dashboardUrls: undefined },
    ],
  ])('reads of annotations %s', (_, annotations, expected) => {
    expect(read(notification([firing({ annotations })]))).toMatchObject([
      { record: expected },
    ]);
  });

  it('knows all receivers of an alert that goes to several', () => {
    const alerts = recordsOf([
      notification([firing()], { receiver: 'pager' }),
      notification([firing()], { receiver: 'chat' }),
      notification([firing()], { receiver: null }),
    ]);
    expect(alerts).toMatchObject([{ receivers: ['chat', 'pager'] }]);
  });

  it('tells a notification that left alerts out from a whole one', () => {
    const truncated = notification([firing()], { truncatedAlerts: 12 });
    expect(alertmanager.typeOf(truncated, {})).toBe('alerts.truncated');
    expect(read(truncated)).toHaveLength(1);
    expect(alertmanager.typeOf(notification([]), {})).toBe('alerts');
    expect(read(notification([]))).toEqual([]);
  });

  it.each([[null], ['alerts'], [[]], [{}], [{ event: {} }]])(
    'does not know %j',
    payload => {
      expect(alertmanager.typeOf(payload as JsonValue, {})).toBeUndefined();
      expect(read(payload as JsonValue)).toBeUndefined();
    },
  );

  it.each<[string, JsonObject]>([
    ['alerts', { alerts: 'none' }],
    ['alerts[1].startsAt', { alerts: [firing(), firing({ startsAt: 'now' })] }],
    ['alerts[0].fingerprint', { alerts: [firing({ fingerprint: '' })] }],
    ['alerts[0].labels.team', { alerts: [firing({ labels: { team: 1 } })] }],
    ['alerts[0].status', { alerts: [firing({ status: null })] }],
  ])('says that %s is malformed', (path, fields) => {
    expect(() => read(notification([], fields))).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(`'${path}': `),
      }),
    );
  });

  it('ends in the same alerts for any order and any duplication of notifications', () => {
    const at = (minute: number) =>
      new Date(Date.UTC(2026, 2, 2, 10, minute)).toISOString();
    const fired = (minute: number, fields: JsonObject = {}) =>
      firing({ startsAt: at(minute), ...fields });
    const ended = (from: number, to: number, fields: JsonObject = {}) =>
      fired(from, { status: 'resolved', endsAt: at(to), ...fields });
    const other = { fingerprint: 'other', labels: { alertname: 'Other' } };
    const deliveries = [
      notification([fired(0)]),
      notification([fired(0), fired(3, other)]),
      notification([ended(0, 20), fired(3, other)]),
      notification([ended(0, 20)]),
      notification([fired(40)]),
      notification([ended(40, 45), ended(3, 50, other)]),
    ];
    const expected = recordsOf(deliveries);
    expect(expected).toEqual(
      expected.map(alert => deliveryRecordSchema.parse(alert)),
    );
    expect(expected).toMatchObject([
      { fingerprint: 'c1f0d2', startsAt: at(0), endsAt: at(20) },
      { fingerprint: 'c1f0d2', startsAt: at(40), endsAt: at(45) },
      { fingerprint: 'other', startsAt: at(3), endsAt: at(50) },
    ]);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...deliveries, ...deliveries], {
          minLength: deliveries.length * 2,
        }),
        shuffled => {
          expect(recordsOf(shuffled)).toEqual(expected);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
