import { JsonObject, JsonValue } from '@backstage/types';
import {
  Incident,
  mergeAll,
  observe,
  settleIncident,
} from '@fairlead/backstage-plugin-delivery-common';
import { ReadContext } from '@fairlead/backstage-plugin-delivery-node';
import fc from 'fast-check';
import { rootlyEvent } from './__testUtils__/rootlyEvent';
import { createRootlySource } from './createRootlySource';

jest.setTimeout(60_000);

const source = createRootlySource({});
const context: ReadContext = {
  person: (annotation, login) => `hash of ${annotation} ${login}`,
};
const receivedAt = '2026-03-09T00:00:00.000Z';
const at = '2026-03-02T10:05:00.000Z';

const read = (payload: JsonValue) =>
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
          via: 'rootly.webhook',
        }),
      ),
    ),
  );

const RECORD = {
  kind: 'incident',
  source: 'rootly',
  externalId: 'b7eed587',
  withdrawn: false,
  title: 'Checkout is slow',
  severity: 'SEV1',
  url: 'https://rootly.example/incidents/7',
  foundBy: 'person',
  startedAt: '2026-03-02T09:40:00.000Z',
  detectedAt: '2026-03-02T10:00:00.000Z',
  responders: ['hash of rootly.com/user-id 8'],
};

describe('createRootlySource', () => {
  it.each<[string, JsonObject, object]>([
    ['incident.created', {}, {}],
    ['incident.in_triage', { status: 'in_triage' }, {}],
    [
      'incident.updated',
      {
        detected_at: '2026-03-02T09:50:00Z',
        acknowledged_at: '2026-03-02T10:01:00Z',
      },
      {
        detectedAt: '2026-03-02T09:50:00.000Z',
        ackAt: '2026-03-02T10:01:00.000Z',
      },
    ],
    [
      'incident.mitigated',
      {
        status: 'mitigated',
        mitigated_at: '2026-03-02T10:04:00Z',
        mitigated_by: { id: 9 },
      },
      {
        mitigatedAt: '2026-03-02T10:04:00.000Z',
        responders: [
          'hash of rootly.com/user-id 9',
          'hash of rootly.com/user-id 8',
        ],
      },
    ],
    [
      'incident.resolved',
      {
        status: 'resolved',
        resolved_at: '2026-03-02T10:04:30Z',
        resolved_by: { id: 8 },
      },
      { resolutions: ['2026-03-02T10:04:30.000Z'] },
    ],
    [
      'incident.updated',
      { status: 'started', resolved_at: '2026-03-02T10:04:30Z' },
      { resolutions: ['2026-03-02T10:04:30.000Z'], reopened: [at] },
    ],
    ['incident.cancelled', { status: 'cancelled' }, { withdrawn: true }],
    ['incident.updated', { cancelled_at: at }, { withdrawn: true }],
    ['incident.deleted', {}, { withdrawn: true }],
    [
      'incident.updated',
      { severity: { slug: 'sev2' }, started_by: null },
      { severity: 'sev2', foundBy: undefined },
    ],
    [
      'incident.updated',
      {
        action_items: [
          { id: 'a', kind: 'follow_up', status: 'open', updated_at: at },
          { id: 'b', kind: 'follow_up', status: 'done', updated_at: at },
        ],
      },
      {
        followUps: [
          { id: 'a', updatedAt: at },
          { id: 'b', updatedAt: at, closedAt: at },
        ],
      },
    ],
    [
      'incident.updated',
      {
        action_items: [
          {
            id: 'a',
            kind: 'follow_up',
            summary: 'Add an index',
            status: 'open',
            due_date: '2026-03-09',
            created_at: at,
            updated_at: null,
          },
        ],
      },
      {
        followUps: [
          {
            id: 'a',
            title: 'Add an index',
            dueAt: '2026-03-09T00:00:00.000Z',
            createdAt: at,
          },
        ],
      },
    ],
    [
      'incident.updated',
      { labels: { runbook_url: 'https://r.example/slow', area: 'checkout' } },
      { labels: ['area: checkout'], runbookUrl: 'https://r.example/slow' },
    ],
    [
      'incident.updated',
      {
        labels: [
          { key: 'area', value: 'checkout' },
          { key: 'n', value: 1 },
        ],
      },
      { labels: ['area: checkout'] },
    ],
    ['incident.updated', { labels: [] }, {}],
    ['incident.updated', { labels: 'urgent' }, {}],
    [
      'incident.updated',
      { incident_post_mortem: { url: 'https://r.example', published_at: at } },
      { postmortemUrl: 'https://r.example', publishedAt: at },
    ],
  ])('reads %s with %j', (type, data, expected) => {
    expect(read(rootlyEvent(type, { data }))).toEqual([
      {
        record: { ...RECORD, ...expected },
        occurredAt: at,
        subjects: [
          { annotation: 'rootly.com/service-id', value: 'shop' },
          { annotation: 'rootly.com/functionality-id', value: 'checkout' },
        ],
        subjectsAreAll: true,
      },
    ]);
  });

  it('says of an incident without a service that it is about none', () => {
    const data = { services: null, functionalities: [] };
    expect(read(rootlyEvent('incident.created', { data }))).toMatchObject([
      { subjects: [], subjectsAreAll: true },
    ]);
  });

  it.each(['test', 'test_sub', 'example'])('keeps nothing of a %s', kind => {
    expect(read(rootlyEvent('incident.created', { data: { kind } }))).toEqual(
      [],
    );
  });

  it.each<[string, string | null, string | undefined]>([
    ['incident_post_mortem.created', null, undefined],
    ['incident_post_mortem.updated', '2026-03-02T10:03:00Z', '10:03'],
    ['incident_post_mortem.published', '2026-03-02T10:03:00Z', '10:03'],
    ['incident_post_mortem.published', null, '10:05'],
  ])('reads %s, published at %s', (type, publishedAt, expected) => {
    const payload = {
      ...rootlyEvent(type),
      data: {
        id: 'review',
        incident_id: 'b7eed587',
        url: 'https://rootly.example/reviews/7',
        published_at: publishedAt,
      },
    };
    expect(read(payload)).toEqual([
      {
        record: {
          kind: 'incident',
          source: 'rootly',
          externalId: 'b7eed587',
          postmortemUrl: 'https://rootly.example/reviews/7',
          publishedAt: expected && `2026-03-02T${expected}:00.000Z`,
        },
        occurredAt: at,
        subjects: [],
      },
    ]);
  });

  it.each([
    'alert.created',
    'pulse.created',
    'incident.scheduled.created',
    'incident_post_mortem.deleted',
  ])('knows %s and keeps nothing of it', type => {
    expect(read(rootlyEvent(type))).toEqual([]);
  });

  it.each(['incident.exploded', 'toString'])('does not know %s', type => {
    expect(read(rootlyEvent(type))).toBeUndefined();
  });

  it.each([[null], ['text'], [[]], [{}], [{ event: { type: 1 } }]])(
    'cannot tell the type of %j',
    payload => {
      expect(source.typeOf(payload as JsonValue, {})).toBeUndefined();
    },
  );

  it('takes the id of the event for its name', () => {
    const payload = rootlyEvent('incident.resolved', { id: '9839c4ca' });
    expect(source.keyOf?.(payload, 'incident.resolved')).toBe('9839c4ca');
  });

  it.each<[string, JsonObject]>([
    ['data.id', { id: null }],
    ['data.mitigated_at', { mitigated_at: 'soon' }],
    ['data.services[0].id', { services: [{}] }],
  ])('says that %s is malformed', (path, data) => {
    expect(() => read(rootlyEvent('incident.updated', { data }))).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(`'${path}': `),
      }),
    );
  });

  it('keeps no name and no id of a person', () => {
    const known = JSON.stringify(
      source.read(
        {
          type: 'incident.created',
          payload: rootlyEvent('incident.created', {
            data: { resolved_by: { id: 4_711, name: 'Ann' } },
          }),
          receivedAt,
        },
        { person: () => 'somebody' },
      ),
    );
    expect(known).toContain('somebody');
    expect(known).not.toMatch(/4711|Ann|Ben|ann@/);
  });

  it('ends in the same incident for any order and any duplication of its events', () => {
    const when = (minute: number) =>
      new Date(Date.UTC(2026, 2, 2, 10, minute)).toISOString();
    const life: [string, number, JsonObject][] = [
      ['incident.created', 0, {}],
      ['incident.mitigated', 20, { mitigated_at: when(20) }],
      ['incident.resolved', 30, { status: 'resolved', resolved_at: when(30) }],
      ['incident.updated', 40, { resolved_at: when(30) }],
      ['incident.updated', 85, { mitigated_at: when(80) }],
      ['incident.resolved', 90, { status: 'resolved', resolved_at: when(90) }],
    ];
    const deliveries = life.map(([type, minute, data]) =>
      rootlyEvent(type, { at: when(minute), data }),
    );
    const expected = recordsOf(deliveries);
    expect(expected).toMatchObject([{ mitigatedAt: when(80) }]);
    expect(settleIncident(expected[0] as Incident)).toEqual({
      resolvedAt: when(90),
    });
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...deliveries, ...deliveries], {
          minLength: deliveries.length * 2,
        }),
        shuffled => {
          expect(recordsOf(shuffled)).toEqual(expected);
        },
      ),
    );
  });
});
