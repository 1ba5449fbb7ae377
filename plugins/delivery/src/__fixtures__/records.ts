import {
  Change,
  Deployment,
  EntityHistoryResponse,
  EntityRecordsResponse,
  EXCLUSION_REASONS,
  ExclusionReason,
  Incident,
  MeasureId,
  recordKeyOf,
  RecordFields,
  DeliveryRecord,
  Run,
} from '@fairlead/backstage-plugin-delivery-common';
import { WINDOW } from './measures';

const REPO = 'acme/checkout-web';
const WEB = `https://github.com/${REPO}`;
const ENTITIES = ['component:default/checkout-web'];

function stored<R extends DeliveryRecord>(
  fields: RecordFields<R>,
  at: string,
): R {
  return {
    ...fields,
    key: recordKeyOf(fields as RecordFields<DeliveryRecord>),
    entities: ENTITIES,
    occurredAt: at,
    observedAt: at,
    provenance: ['github.webhook'],
    asOf: {},
  } as unknown as R;
}

/** A merged pull request. */
export function change(number: number, title: string, mergedAt: string) {
  return stored<Change>(
    {
      kind: 'change',
      source: 'github',
      repo: REPO,
      number,
      title,
      url: `${WEB}/pull/${number}`,
      openedAt: new Date(Date.parse(mergedAt) - 2 * 86_400_000).toISOString(),
      mergedAt,
    },
    mergedAt,
  );
}

/** A finished deployment to production. */
export function deployment(
  id: string,
  finishedAt: string,
  state: 'success' | 'failure' = 'success',
) {
  return stored<Deployment>(
    {
      kind: 'deployment',
      source: 'github',
      repo: REPO,
      externalId: id,
      environment: 'production',
      sha: `${id}c0ffee`,
      url: `${WEB}/deployments/${id}`,
      statuses: [
        {
          state: 'in_progress',
          at: new Date(Date.parse(finishedAt) - 240_000).toISOString(),
        },
        { state, at: finishedAt },
      ],
    },
    finishedAt,
  );
}

/** An incident, resolved an hour later. */
export function incident(id: string, title: string, detectedAt: string) {
  return stored<Incident>(
    {
      kind: 'incident',
      source: 'pagerduty',
      externalId: id,
      title,
      url: `https://acme.pagerduty.com/incidents/${id}`,
      detectedAt,
      resolutions: [new Date(Date.parse(detectedAt) + 3_600_000).toISOString()],
    },
    detectedAt,
  );
}

const RUN = stored<Run>(
  {
    kind: 'run',
    source: 'github',
    repo: REPO,
    runId: '4812',
    attempt: 2,
    workflow: '.github/workflows/ci.yaml',
    url: `${WEB}/actions/runs/4812`,
    startedAt: '2026-11-18T10:00:00.000Z',
    finishedAt: '2026-11-18T10:09:00.000Z',
    status: {
      state: 'completed',
      outcome: 'success',
      at: '2026-11-18T10:09:00.000Z',
    },
  },
  '2026-11-18T10:09:00.000Z',
);

export const DEPLOYMENTS = [
  deployment('103', '2026-11-18T12:00:00.000Z'),
  deployment('102', '2026-11-12T09:00:00.000Z', 'failure'),
  deployment('101', '2026-11-10T15:00:00.000Z'),
];

export const INCIDENT = incident(
  'Q7',
  'Payments time out',
  '2026-11-18T14:00:00.000Z',
);

/** One record of each kind that a reader can list, and more deployments. */
export const HISTORY: DeliveryRecord[] = [
  INCIDENT,
  ...DEPLOYMENTS,
  RUN,
  change(811, 'Show the delivery date', '2026-11-17T16:00:00.000Z'),
];

/** The records of some kinds. */
export function history(
  kinds: readonly string[] = [],
  items: DeliveryRecord[] = HISTORY,
): EntityHistoryResponse {
  const chosen = items.filter(({ kind }) => kinds.includes(kind));
  return { window: WINDOW, items: chosen, totalItems: chosen.length };
}

/** Two deployments that failed, one of them by inference, one that held, and one too young to be judged. */
export function failRateRecords(
  changes: Partial<EntityRecordsResponse> = {},
): EntityRecordsResponse {
  const [inferred, , confirmed] = DEPLOYMENTS;
  const held = deployment('100', '2026-11-02T15:00:00.000Z');
  const rollback = deployment('104', '2026-11-11T15:00:00.000Z');
  return {
    measure: 'changeFailRate',
    window: WINDOW,
    items: [
      {
        record: inferred,
        value: 1,
        part: 'inferred',
        at: '2026-11-18T12:00:00.000Z',
        evidence: [INCIDENT.key],
      },
      {
        record: confirmed,
        value: 1,
        part: 'confirmed',
        at: '2026-11-10T15:00:00.000Z',
        evidence: [rollback.key],
      },
      { record: held, value: 0, at: '2026-11-02T15:00:00.000Z', evidence: [] },
    ],
    totalItems: 3,
    excluded: [leftOut(rollback, 'rollback')],
    ...changes,
  };
}

function leftOut(record: DeliveryRecord, reason: ExclusionReason) {
  return {
    record,
    recordKey: record.key,
    at: record.occurredAt,
    reason,
    text: EXCLUSION_REASONS[reason],
  };
}

/** The lead times of two changes, one still open. */
export function leadTimeRecords(measure: MeasureId): EntityRecordsResponse {
  return {
    measure,
    window: WINDOW,
    items: [
      {
        record: change(811, 'Show the delivery date', '2026-11-17T16:00:00Z'),
        value: 3.2 * 86_400_000,
        at: '2026-11-18T12:00:00.000Z',
        evidence: [DEPLOYMENTS[0].key],
      },
    ],
    totalItems: 1,
    excluded: [
      leftOut(
        change(790, 'Bump the linter', '2026-11-01T16:00:00.000Z'),
        'dependency-bot',
      ),
    ],
  };
}
