import {
  BackfillState,
  QuarantinedDelivery,
  SourceHealth,
  UnmatchedSubject,
} from '@fairlead/backstage-plugin-delivery-common';

/** A source that does well, unless `changes` say otherwise. */
export function source(changes: Partial<SourceHealth> = {}): SourceHealth {
  return {
    id: 'github',
    title: 'GitHub',
    state: 'ok',
    lastEventAt: '2026-11-20T11:57:00.000Z',
    eventsLastHour: 214,
    eventsByHour: [
      0, 0, 0, 2, 9, 41, 120, 180, 214, 190, 140, 90, 60, 44, 12, 4, 0, 0, 0, 8,
      60, 150, 260, 214,
    ],
    lagP90: 2_300,
    rejected: 0,
    duplicates: 12,
    quarantined: 0,
    backlog: 0,
    unknownTypes: [],
    unmatched: 0,
    reconciled: {
      at: '2026-11-20T09:00:00.000Z',
      state: 'done',
      read: 1_200,
      missing: 0,
      different: 0,
    },
    canPull: true,
    ...changes,
  };
}

/** A source with all that can go wrong. */
export const TROUBLED = source({
  id: 'pagerduty',
  title: 'PagerDuty',
  state: 'failing',
  remedy:
    'Every delivery of the last hour was refused: compare events.modules.pagerduty.webhookSecret with the secret of the subscription.',
  rejected: 37,
  lastRejection: {
    at: '2026-11-20T11:50:00.000Z',
    reason: 'no signature matches the body',
  },
  quarantined: 2,
  unmatched: 2,
  backlog: 1_204,
  unknownTypes: [
    {
      type: 'incident.workflow.started',
      count: 4,
      lastAt: '2026-11-20T10:00:00.000Z',
    },
  ],
  reconciled: {
    at: '2026-11-20T09:00:00.000Z',
    state: 'done',
    read: 300,
    missing: 7,
    different: 3,
  },
});

/** A source that is not configured. */
export const OFF = source({
  id: 'gitlab',
  title: 'GitLab',
  state: 'off',
  remedy: 'Set events.modules.gitlab.webhookSecret in the configuration.',
  lastEventAt: undefined,
  eventsLastHour: 0,
  eventsByHour: Array(24).fill(0),
  lagP90: undefined,
  duplicates: 0,
  reconciled: undefined,
});

/** Deliveries that could not be read. */
export const QUARANTINED: QuarantinedDelivery[] = [
  {
    id: '41',
    source: 'pagerduty',
    type: 'incident.triggered',
    receivedAt: '2026-11-20T11:30:00.000Z',
    reason: 'event.data.created_at: is more than 10 min in the future',
    payload: { event: { id: 'E1', data: { created_at: '2031-01-01' } } },
  },
  {
    id: '42',
    source: 'pagerduty',
    receivedAt: '2026-11-20T11:20:00.000Z',
    reason: 'event: is missing',
    payload: { hello: 'world' },
  },
];

/** Subjects that no entity claims. */
export const UNMATCHED: UnmatchedSubject[] = [
  {
    source: 'pagerduty',
    annotation: 'pagerduty.com/service-id',
    value: 'PX1Y2Z3',
    count: 1_234,
    firstAt: '2026-10-01T00:00:00.000Z',
    lastAt: '2026-11-20T10:00:00.000Z',
  },
  {
    source: 'pagerduty',
    annotation: 'pagerduty.com/service-id',
    value: '4711',
    count: 2,
    firstAt: '2026-11-01T00:00:00.000Z',
    lastAt: '2026-11-19T10:00:00.000Z',
  },
];

/** A fetch of the past in one of its states. */
export function backfill(changes: Partial<BackfillState> = {}): BackfillState {
  return {
    id: 'b1',
    source: 'github',
    state: 'running',
    from: '2026-08-22T00:00:00.000Z',
    to: '2026-11-20T00:00:00.000Z',
    requestedAt: '2026-11-20T11:40:00.000Z',
    read: 12_340,
    ...changes,
  };
}
