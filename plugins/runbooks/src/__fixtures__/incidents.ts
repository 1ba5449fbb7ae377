import {
  IncidentDetail,
  IncidentSummary,
} from '@fairlead/backstage-plugin-runbooks-common';
import { COMPONENT_REF } from './entities';

const MINUTE = 60_000;

/** An incident that is over; its review is late. */
export function incident(
  changes: Partial<IncidentSummary> = {},
): IncidentSummary {
  return {
    id: 'pagerduty:incident/Q1',
    title: 'Checkout answers slowly',
    severity: 'SEV2',
    entityRefs: [COMPONENT_REF],
    url: 'https://acme.pagerduty.com/incidents/Q1',
    foundBy: 'alert',
    openedAt: '2026-11-12T09:00:00Z',
    resolvedAt: '2026-11-12T10:00:00Z',
    stages: [
      { stage: 'detection', state: 'known', duration: 4 * MINUTE },
      { stage: 'response', state: 'known', duration: 6 * MINUTE },
      {
        stage: 'mitigation',
        state: 'unknown',
        reason: 'No source told when it was mitigated.',
      },
      { stage: 'recovery', state: 'known', duration: 56 * MINUTE },
      { stage: 'learning', state: 'open', duration: 8 * 24 * 60 * MINUTE },
    ],
    learning: { state: 'late', dueAt: '2026-11-19T10:00:00Z' },
    ...changes,
  };
}

/** An incident that is under way. */
export const OPEN_INCIDENT = incident({
  id: 'pagerduty:incident/Q2',
  title: 'Nobody can pay',
  severity: 'SEV1',
  openedAt: '2026-11-20T09:00:00Z',
  resolvedAt: undefined,
  stages: [
    { stage: 'detection', state: 'known', duration: 2 * MINUTE },
    { stage: 'response', state: 'known', duration: 5 * MINUTE },
    { stage: 'mitigation', state: 'open', duration: 180 * MINUTE },
    { stage: 'recovery', state: 'open', duration: 180 * MINUTE },
    { stage: 'learning', state: 'unknown' },
  ],
  learning: { state: 'not-asked' },
});

/** An incident in full, of the reader's own team. */
export function incidentDetail(
  changes: Partial<IncidentDetail> = {},
): IncidentDetail {
  return {
    ...incident(),
    alerts: ['HighLatency'],
    runbooks: [{ id: 'high-latency', title: 'High latency' }],
    uses: [
      {
        id: 'use-1',
        runbookId: 'high-latency',
        title: 'High latency',
        startedAt: '2026-11-12T09:12:00Z',
        finishedAt: '2026-11-12T10:00:00Z',
        outcome: 'helped',
      },
    ],
    reviewTemplate: '## What happened\n\n## What we change\n',
    changes: [],
    followUps: [
      {
        id: 'f1',
        title: 'Raise the limit',
        createdAt: '2026-11-13T09:00:00Z',
        dueAt: '2026-11-18T23:59:59Z',
        overdue: true,
        fromSource: false,
      },
      {
        id: 'f2',
        title: 'Tell the vendor',
        createdAt: '2026-11-14T09:00:00Z',
        overdue: false,
        fromSource: true,
      },
    ],
    mayUpdate: true,
    ...changes,
  };
}
