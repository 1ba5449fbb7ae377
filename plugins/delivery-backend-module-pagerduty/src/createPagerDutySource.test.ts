import { JsonObject, JsonValue } from '@backstage/types';
import {
  deliveryRecordSchema,
  Incident,
  mergeAll,
  observe,
  settleIncident,
} from '@fairlead/backstage-plugin-delivery-common';
import { ReadContext } from '@fairlead/backstage-plugin-delivery-node';
import fc from 'fast-check';
import { pagerDutyEvent } from './__testUtils__/pagerDutyEvent';
import { createPagerDutySource } from './createPagerDutySource';

jest.setTimeout(60_000);

const source = createPagerDutySource({});
const context: ReadContext = {
  person: (annotation, login) => `hash of ${annotation} ${login}`,
};
const receivedAt = '2026-03-09T00:00:00.000Z';
const BEN = 'hash of pagerduty.com/user-id PBEN';
const ANN = 'hash of pagerduty.com/user-id PANN';

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
          via: 'pagerduty.webhook',
        }),
      ),
    ),
  );

const incident = {
  kind: 'incident',
  source: 'pagerduty',
  externalId: 'Q1',
  title: 'Checkout is slow',
  severity: 'high',
  url: 'https://acme.pagerduty.example/incidents/Q1',
  detectedAt: '2026-03-02T10:00:00.000Z',
  responders: [BEN],
};
const at = '2026-03-02T10:05:00.000Z';

describe('createPagerDutySource', () => {
  it.each<[string, JsonObject, object]>([
    ['incident.triggered', {}, { foundBy: 'person' }],
    [
      'incident.triggered',
      { created_at: null },
      { detectedAt: at, foundBy: 'person' },
    ],
    ['incident.escalated', { created_at: null }, { detectedAt: undefined }],
    ['incident.acknowledged', {}, { ackAt: at, responders: [BEN, ANN] }],
    ['incident.unacknowledged', {}, {}],
    ['incident.escalated', {}, {}],
    ['incident.delegated', { assignees: null }, { responders: undefined }],
    ['incident.reassigned', { assignees: [] }, { responders: undefined }],
    [
      'incident.priority_updated',
      { priority: { id: 'P1', summary: 'SEV-1' } },
      { severity: 'SEV-1' },
    ],
    ['incident.service_updated', {}, {}],
    ['incident.reopened', {}, { reopened: [at] }],
    ['incident.resolved', {}, { resolutions: [at] }],
  ])('reads %s with %j', (type, data, expected) => {
    expect(read(pagerDutyEvent(type, { data }))).toEqual([
      {
        record: { ...incident, ...expected },
        occurredAt: at,
        subjects: [{ annotation: 'pagerduty.com/service-id', value: 'PSHOP' }],
        subjectsAreAll: true,
      },
    ]);
  });

  it.each([
    ['inbound_integration_reference', 'alert'],
    ['events_api_v2_inbound_integration_reference', 'alert'],
    ['user_reference', 'person'],
    ['workflow_reference', undefined],
    [null, undefined],
  ])('reads that %s triggered an incident', (type, foundBy) => {
    const agent = type === null ? null : { id: 'PAGENT', type };
    expect(read(pagerDutyEvent('incident.triggered', { agent }))).toMatchObject(
      [{ record: { foundBy } }],
    );
  });

  it('reads where the runbook is from a field of the incident', () => {
    const type = 'incident.custom_field_values.updated';
    const fields = (values: JsonObject[]) =>
      read(
        pagerDutyEvent(type, {
          data: { incident: { id: 'Q1' }, custom_fields: values },
        }),
      );
    expect(
      fields([
        { id: 'P1', name: 'region', value: ['EU'] },
        { id: 'P2', name: 'runbook_url', value: 'https://r.example/slow' },
      ]),
    ).toEqual([
      {
        record: {
          kind: 'incident',
          source: 'pagerduty',
          externalId: 'Q1',
          runbookUrl: 'https://r.example/slow',
        },
        occurredAt: at,
        subjects: [],
      },
    ]);
    expect(fields([{ id: 'P2', name: 'runbook_url', value: null }])).toEqual(
      [],
    );
  });

  it('says of an incident without a service that it is about none', () => {
    const data = { service: null };
    expect(read(pagerDutyEvent('incident.triggered', { data }))).toMatchObject([
      { subjects: [], subjectsAreAll: true },
    ]);
  });

  it.each([
    ['accepted', 'user_reference', [BEN]],
    ['declined', 'user_reference', undefined],
    ['accepted', 'escalation_policy_reference', undefined],
  ])('reads that a responder %s as a %s', (state, type, responders) => {
    const data = { incident: { id: 'Q1' }, user: { id: 'PBEN', type }, state };
    const observations = read(
      pagerDutyEvent('incident.responder.replied', { data }),
    );
    expect(observations).toEqual(
      responders
        ? [
            {
              record: {
                kind: 'incident',
                source: 'pagerduty',
                externalId: 'Q1',
                responders,
              },
              occurredAt: at,
              subjects: [],
            },
          ]
        : [],
    );
  });

  it.each(['incident.annotated', 'incident.responder.added', 'pagey.ping'])(
    'knows %s and keeps nothing of it',
    type => {
      expect(read(pagerDutyEvent(type))).toEqual([]);
    },
  );

  it.each(['incident.exploded', 'toString'])('does not know %s', type => {
    expect(read(pagerDutyEvent(type))).toBeUndefined();
  });

  it.each([[null], ['text'], [[]], [{}], [{ event: { event_type: 1 } }]])(
    'cannot tell the type of %j',
    payload => {
      expect(source.typeOf(payload as JsonValue, {})).toBeUndefined();
    },
  );

  it('takes the id of the event for its name', () => {
    const payload = pagerDutyEvent('incident.resolved', { id: '01ABC' });
    expect(source.keyOf?.(payload, 'incident.resolved')).toBe('01ABC');
  });

  it.each<[string, JsonObject]>([
    ['event.data.id', { id: null }],
    ['event.data.service.id', { service: {} }],
    ['event.data.created_at', { created_at: 'yesterday' }],
    ['event.data.assignees[1].id', { assignees: [{ id: 'P' }, {}] }],
  ])('says that %s is malformed', (path, data) => {
    expect(() => read(pagerDutyEvent('incident.triggered', { data }))).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(`'${path}': `),
      }),
    );
  });

  it('keeps no name and no id of a person', () => {
    const known = JSON.stringify(
      createPagerDutySource({}).read(
        {
          type: 'incident.acknowledged',
          payload: pagerDutyEvent('incident.acknowledged'),
          receivedAt,
        },
        { person: () => 'somebody' },
      ),
    );
    expect(known).toContain('somebody');
    expect(known).not.toMatch(/PANN|PBEN|Ann/);
  });

  it('is off with what to configure, or on', () => {
    expect(createPagerDutySource({ off: { remedy: 'Set it' } }).off).toEqual({
      remedy: 'Set it',
    });
    expect(source.off).toBeUndefined();
  });

  it('ends in the same incident for any order and any duplication of its events', () => {
    const life = [
      ['incident.triggered', 0],
      ['incident.acknowledged', 2],
      ['incident.priority_updated', 3],
      ['incident.resolved', 30],
      ['incident.reopened', 45],
      ['incident.unacknowledged', 50],
      ['incident.acknowledged', 51],
      ['incident.resolved', 90],
    ] as const;
    const deliveries = ['Q1', 'Q2'].flatMap(id =>
      life.map(([type, minute]) =>
        pagerDutyEvent(type, {
          at: new Date(Date.UTC(2026, 2, 2, 10, minute)).toISOString(),
          data: { id, priority: minute < 3 ? null : { summary: 'SEV-2' } },
        }),
      ),
    );
    const expected = recordsOf(deliveries);
    expect(expected).toEqual(
      expected.map(record => deliveryRecordSchema.parse(record)),
    );
    expect(expected[0]).toMatchObject({
      severity: 'SEV-2',
      detectedAt: '2026-03-02T10:00:00.000Z',
      ackAt: '2026-03-02T10:02:00.000Z',
    });
    expect(settleIncident(expected[0] as Incident)).toEqual({
      resolvedAt: '2026-03-02T11:30:00.000Z',
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
      { numRuns: 1_000 },
    );
  });
});
