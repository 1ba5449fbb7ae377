import { ConfigReader } from '@backstage/config';
import { JsonObject, JsonValue } from '@backstage/types';
import {
  Incident,
  mergeAll,
  observe,
  settleIncident,
} from '@fairlead/backstage-plugin-delivery-common';
import { ReadContext } from '@fairlead/backstage-plugin-delivery-node';
import fc from 'fast-check';
import { incident, timestamp, webhook } from './__testUtils__/webhooks';
import { createIncidentIoSource } from './createIncidentIoSource';
import { readStagesFromConfig } from './stages';

jest.setTimeout(60_000);

const CREATED = 'public_incident.incident_created_v2';
const UPDATED = 'public_incident.incident_updated_v2';
const STATUS_UPDATED = 'public_incident.incident_status_updated_v2';
const REVIEW = 'public_incident.postmortem_document_status_updated_v1';

const source = createIncidentIoSource({});
const context: ReadContext = {
  person: (annotation, login) => `hash of ${annotation} ${login}`,
};
const receivedAt = '2026-03-09T00:00:00.000Z';
const at = '2026-03-02T10:05:00.801Z';

const read = (payload: JsonValue, by = source) =>
  by.read(
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
          via: 'incident-io.webhook',
        }),
      ),
    ),
  );

const RECORD = {
  kind: 'incident',
  source: 'incident-io',
  externalId: '01INC',
  withdrawn: false,
  title: 'Checkout is slow',
  severity: 'Major',
  url: 'https://app.incident.example/incidents/7',
  foundBy: 'alert',
  alertNames: ['Slow'],
  startedAt: '2026-03-02T09:40:00.000Z',
  detectedAt: '2026-03-02T10:00:00.000Z',
  ackAt: '2026-03-02T10:02:00.000Z',
  responders: ['hash of incident.io/user-id 01BEN'],
};

const status = (now: string, before: string, more: JsonObject = {}) =>
  webhook(STATUS_UPDATED, {
    incident: incident({ incident_status: { category: now }, ...more }),
    new_status: { category: now },
    previous_status: { category: before },
  });

describe('createIncidentIoSource', () => {
  it.each([CREATED, UPDATED])('reads all of an incident from %s', type => {
    expect(read(webhook(type, incident()))).toEqual([
      {
        record: RECORD,
        occurredAt: at,
        subjects: [
          { annotation: 'incident.io/catalog-entry', value: 'checkout-api' },
          { annotation: 'incident.io/catalog-entry', value: '01CART' },
        ],
        subjectsAreAll: true,
      },
    ]);
  });

  it.each<[string, JsonObject, object]>([
    [
      'a person',
      { creator: { user: { id: '01BEN' } } },
      { foundBy: 'person', alertNames: undefined },
    ],
    [
      'its runbook, from a field with a link',
      {
        custom_field_entries: [
          {
            custom_field: { name: 'Runbook URL' },
            values: [{ value_link: 'https://r.example/slow' }],
          },
        ],
      },
      { runbookUrl: 'https://r.example/slow' },
    ],
    [
      'its runbook, from a field with text',
      {
        custom_field_entries: [
          {
            custom_field: { name: 'Runbook' },
            values: [{ value_text: '/slow' }],
          },
          { custom_field: { name: 'Runbook link' }, values: [] },
        ],
      },
      { runbookUrl: '/slow' },
    ],
    [
      'nobody that is known',
      { creator: { workflow: { id: '01W' } } },
      { foundBy: undefined },
    ],
    [
      'what is told of it',
      {
        created_at: null,
        name: null,
        permalink: null,
        severity: null,
        incident_status: null,
        creator: null,
        incident_timestamp_values: null,
        incident_role_assignments: null,
      },
      { kind: 'incident', source: 'incident-io', externalId: '01INC' },
    ],
    [
      'when it was reported',
      {
        incident_timestamp_values: [
          timestamp('Reported at', '2026-03-02T09:55:00Z'),
        ],
      },
      { detectedAt: '2026-03-02T09:55:00.000Z' },
    ],
    [
      'when it was mitigated and resolved',
      {
        incident_timestamp_values: [
          timestamp('FIXED AT', '2026-03-02T10:20:00Z'),
          timestamp('Resolved', '2026-03-02T10:30:00Z'),
        ],
      },
      {
        mitigatedAt: '2026-03-02T10:20:00.000Z',
        resolutions: ['2026-03-02T10:30:00.000Z'],
      },
    ],
    [
      'that it is another one',
      { incident_status: { category: 'merged' } },
      { withdrawn: true },
    ],
    [
      'its review',
      { postmortem_document_url: 'https://docs.example/7' },
      { postmortemUrl: 'https://docs.example/7' },
    ],
  ])('reads %s', (_, data, expected) => {
    expect(read(webhook(UPDATED, incident(data)))).toMatchObject([
      { record: expected },
    ]);
  });

  it.each(['test', 'tutorial'])('keeps nothing of a %s', mode => {
    expect(read(webhook(CREATED, incident({ mode })))).toEqual([]);
  });

  it.each<[string, JsonObject, object]>([
    ['is over', status('learning', 'live'), { resolutions: [at] }],
    ['is closed after its review', status('closed', 'learning'), {}],
    ['is open again', status('live', 'closed'), { reopened: [at] }],
    ['is paused', status('paused', 'live'), {}],
    [
      'was over before anybody said so',
      status('closed', 'live', {
        incident_timestamp_values: [
          timestamp('Resolved at', '2026-03-02T10:01:00Z'),
        ],
      }),
      { resolutions: ['2026-03-02T10:01:00.000Z'] },
    ],
  ])('reads that an incident %s', (_, payload, expected) => {
    const [{ record }] = read(payload) as unknown as [{ record: Incident }];
    const { resolutions, reopened } = record;
    expect({ resolutions, reopened }).toEqual({
      resolutions: undefined,
      reopened: undefined,
      ...expected,
    });
  });

  it.each([
    ['complete', at],
    ['completed', at],
    ['in_review', undefined],
  ])('reads that a review is %s', (newStatus, publishedAt) => {
    const payload = webhook(REVIEW, {
      new_status: newStatus,
      postmortem_document: {
        incident_id: '01INC',
        document_url: 'https://app.incident.example/post-mortems/1',
        updated_at: at,
      },
    });
    expect(read(payload)).toEqual([
      {
        record: {
          kind: 'incident',
          source: 'incident-io',
          externalId: '01INC',
          postmortemUrl: 'https://app.incident.example/post-mortems/1',
          publishedAt,
        },
        occurredAt: at,
        subjects: [],
      },
    ]);
  });

  it.each<[string, JsonObject, object]>([
    ['open', { status: 'outstanding' }, {}],
    [
      'done',
      { status: 'completed', completed_at: '2026-03-02T10:04:00Z' },
      { closedAt: '2026-03-02T10:04:00.000Z' },
    ],
    ['dropped', { status: 'not_doing' }, { closedAt: at }],
    [
      'named',
      { title: 'Add an index', created_at: '2026-03-02T10:04:00Z' },
      { title: 'Add an index', createdAt: '2026-03-02T10:04:00.000Z' },
    ],
    [
      'kept elsewhere',
      {
        external_issue_reference: {
          issue_permalink: 'https://tracker.example/1',
        },
      },
      { url: 'https://tracker.example/1' },
    ],
  ])('reads a follow-up that is %s', (_, data, expected) => {
    for (const type of ['follow_up_created_v1', 'follow_up_updated_v2']) {
      const payload = webhook(`public_incident.${type}`, {
        id: '01FUP',
        incident_id: '01INC',
        updated_at: at,
        ...data,
      });
      expect(read(payload)).toMatchObject([
        {
          record: {
            externalId: '01INC',
            followUps: [
              { id: '01FUP', url: undefined, closedAt: undefined, ...expected },
            ],
          },
        },
      ]);
    }
  });

  it.each([
    'private_incident.incident_created_v2',
    'public_incident.action_created_v1',
    'public_alert.alert_created_v1',
    'public_escalation.escalation_created_v1',
    'schedule.created_v1',
  ])('knows %s and keeps nothing of it', type => {
    expect(read(webhook(type, { id: 'abc123' }))).toEqual([]);
  });

  it.each(['public_incident.incident_exploded_v3', 'toString'])(
    'does not know %s',
    type => {
      expect(read(webhook(type, {}))).toBeUndefined();
    },
  );

  it.each([[null], ['text'], [[]], [{}], [{ event_type: 1 }]])(
    'cannot tell the type of %j',
    payload => {
      expect(source.typeOf(payload as JsonValue, {})).toBeUndefined();
    },
  );

  it.each<[string, JsonObject]>([
    ['id', incident({ id: null })],
    ['updated_at', incident({ updated_at: 'yesterday' })],
    [
      'incident_timestamp_values[0].value.value',
      incident({
        incident_timestamp_values: [timestamp('Resolved', 'soon')],
      }),
    ],
  ])('says that %s is malformed', (path, content) => {
    expect(() => read(webhook(UPDATED, content))).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(`${path}': `),
      }),
    );
  });

  it('keeps no name and no id of a person', () => {
    const known = JSON.stringify(
      source.read(
        { type: UPDATED, payload: webhook(UPDATED, incident()), receivedAt },
        { person: () => 'somebody' },
      ),
    );
    expect(known).toContain('somebody');
    expect(known).not.toMatch(/01BEN|Ben|ben@/);
  });

  it('ends in the same incident for any order and any duplication of its webhooks', () => {
    const when = (minute: number) =>
      new Date(Date.UTC(2026, 2, 2, 10, minute)).toISOString();
    const deliveries = [
      webhook(CREATED, incident({ updated_at: when(0) })),
      status('learning', 'live', { updated_at: when(30) }),
      status('live', 'learning', { updated_at: when(45) }),
      webhook(
        UPDATED,
        incident({
          updated_at: when(50),
          incident_timestamp_values: [timestamp('Fixed at', when(49))],
        }),
      ),
      status('closed', 'live', { updated_at: when(90) }),
    ];
    const expected = recordsOf(deliveries);
    expect(expected).toMatchObject([{ mitigatedAt: when(49) }]);
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

describe('readStagesFromConfig', () => {
  const readStages = (timestamps: JsonObject) =>
    readStagesFromConfig(
      new ConfigReader({ delivery: { incidentIo: { timestamps } } }),
    );

  it('knows stages by the names that an organisation gives them', () => {
    const stages = readStages({ mitigatedAt: ['Water stopped', 'Dry'] });
    const [{ record }] = read(
      webhook(
        UPDATED,
        incident({
          incident_timestamp_values: [
            timestamp('Water stopped'),
            timestamp('Dry at', '2026-03-02T10:40:00Z'),
            timestamp('Fixed at', '2026-03-02T10:20:00Z'),
            timestamp('Impact started', '2026-03-02T09:40:00Z'),
          ],
        }),
      ),
      createIncidentIoSource({ stages }),
    ) as unknown as [{ record: Incident }];
    expect(record).toMatchObject({
      startedAt: '2026-03-02T09:40:00.000Z',
      mitigatedAt: '2026-03-02T10:40:00.000Z',
    });
  });

  it('says which stage it does not know', () => {
    expect(() => readStages({ fixedAt: ['Fixed'] })).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(/fixedAt.*mitigatedAt/),
      }),
    );
  });
});
