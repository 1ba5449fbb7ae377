import {
  Coverage,
  EntityRunbooks,
  FiringAlert,
  RunbookDetail,
  RunbookHealth,
  RunbookSummary,
} from '@fairlead/backstage-plugin-runbooks-common';
import { COMPONENT_REF } from './entities';

/** A runbook that would hold tonight, but for what a test says. */
export function health(parts: Partial<RunbookHealth> = {}): RunbookHealth {
  return {
    resolves: { state: 'ok', at: '2026-11-20T06:00:00Z' },
    complete: { state: 'ok' },
    actionable: { state: 'ok' },
    fresh: { state: 'ok', at: '2026-11-08T12:00:00Z', value: 12 },
    drift: { state: 'ok', value: 3 },
    ...parts,
  };
}

export function runbook(changes: Partial<RunbookSummary> = {}): RunbookSummary {
  return {
    id: 'high-latency',
    title: 'High latency',
    from: 'entity',
    entityRef: 'runbook:default/high-latency',
    ownerRef: 'group:default/checkout',
    tier: 'critical',
    alerts: ['HighLatency'],
    serves: [COMPONENT_REF],
    servesCount: 1,
    health: health(),
    verifiedAt: '2026-11-08T12:00:00Z',
    ...changes,
  };
}

/** Nobody ever verified it. */
export const NEVER_VERIFIED = runbook({
  id: 'checkout-db',
  title: 'Checkout database',
  entityRef: 'runbook:default/checkout-db',
  alerts: ['ReplicaLag'],
  verifiedAt: undefined,
  health: health({
    fresh: {
      state: 'unknown',
      reason: 'Nobody has verified it yet. Read it and say that it holds.',
    },
    drift: { state: 'unknown', reason: 'Nobody has verified it yet.' },
  }),
});

/** A page of a wiki that is gone. */
export const BROKEN = runbook({
  id: 'disk-full',
  title: 'Disk full',
  from: 'link',
  entityRef: undefined,
  tier: 'normal',
  alerts: [],
  url: 'https://wiki.example.com/disk-full',
  health: health({
    resolves: {
      state: 'bad',
      at: '2026-11-20T06:00:00Z',
      reason: 'wiki.example.com answers 404. Correct the address.',
    },
    complete: { state: 'unknown', reason: 'No text could be read.' },
    actionable: { state: 'unknown', reason: 'No text could be read.' },
  }),
});

export function firing(changes: Partial<FiringAlert> = {}): FiringAlert {
  return {
    alert: 'HighLatency',
    entityRef: COMPONENT_REF,
    since: '2026-11-20T11:46:00Z',
    labels: { alertname: 'HighLatency', namespace: 'checkout', pod: 'web-7f' },
    severity: 'critical',
    mayPage: true,
    summary: 'Half of the requests take longer than two seconds.',
    dashboardUrls: [],
    runbook: {
      id: 'high-latency',
      title: 'High latency',
      from: 'entity',
      resolves: 'ok',
    },
    ...changes,
  };
}

/** An alert that nobody wrote a runbook for. */
export const UNCOVERED = firing({
  alert: 'QueueStuck',
  since: '2026-11-20T09:00:00Z',
  mayPage: false,
  severity: 'warning',
  summary: undefined,
  runbook: undefined,
});

export function coverage(changes: Partial<Coverage> = {}): Coverage {
  return {
    fired: 9,
    covered: 7,
    ratio: 7 / 9,
    night: { fired: 4, covered: 3, ratio: 3 / 4 },
    silent: { fired: 5, covered: 2, ratio: 2 / 5 },
    windowDays: 90,
    ...changes,
  };
}

export function entityRunbooks(
  changes: Partial<EntityRunbooks> = {},
): EntityRunbooks {
  return {
    entityRef: COMPONENT_REF,
    firing: [firing()],
    runbooks: [runbook(), NEVER_VERIFIED, BROKEN],
    coverage: coverage(),
    ...changes,
  };
}

/** Nothing fired, nothing is written. */
export function nothing(changes: Partial<EntityRunbooks> = {}): EntityRunbooks {
  const none = { fired: 0, covered: 0, ratio: null };
  return entityRunbooks({
    firing: [],
    runbooks: [],
    coverage: coverage({ ...none, night: none, silent: none }),
    ...changes,
  });
}

export const TEXT = `# High latency

## Meaning

Half of the requests take longer than **two seconds**.

## Impact

People leave before they pay.

## Diagnosis

1. Look at the pods of {{ $labels.namespace }}:

   \`\`\`bash
   kubectl -n {{ $labels.namespace }} get pods
   \`\`\`

2. Open the [dashboard](../dashboards/latency).

## Mitigation

- [ ] Take {{ $labels.pod }} out of rotation
- [ ] Tell the team

## Escalation

Ask the lead on duty.
`;

export function runbookDetail(
  changes: Partial<RunbookDetail> = {},
): RunbookDetail {
  return {
    ...runbook(),
    text: TEXT,
    copiedAt: '2026-11-20T06:00:00Z',
    isLastGoodCopy: false,
    baseUrl: 'https://github.com/acme/runbooks/blob/main/checkout/',
    editUrl: 'https://github.com/acme/runbooks/edit/main/checkout/latency.md',
    problems: [],
    servesOwnTeam: true,
    helped: 3,
    misled: 1,
    missing: 0,
    ...changes,
  };
}
