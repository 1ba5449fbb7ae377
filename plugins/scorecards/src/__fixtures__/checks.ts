import { CheckResult } from '@fairlead/backstage-plugin-scorecards-common';

/** A check result with the given parts changed. */
export function check(
  changes: Partial<CheckResult> & Pick<CheckResult, 'id' | 'status'>,
): CheckResult {
  return {
    title: changes.id.replace(/-/g, ' '),
    level: 'bronze',
    weight: 1,
    since: '2026-11-12T08:30:00.000Z',
    reason: '',
    evidence: [],
    ...changes,
  };
}

/** One check of each status, as a service of the demo organisation might have them. */
export const CHECKS: CheckResult[] = [
  check({
    id: 'owned-by-a-team',
    title: 'Owned by a team that exists and has members',
    status: 'pass',
    weight: 2,
    reason: 'ownership.ownerHasMembers is true',
    evidence: [
      {
        path: 'facts.ownership.ownerHasMembers',
        value: true,
        observedAt: '2026-11-20T08:00:00.000Z',
      },
    ],
    why: 'A page at night needs a team, not a name in a file.',
  }),
  check({
    id: 'fast-builds',
    title: 'Builds answer within ten minutes',
    level: 'silver',
    status: 'fail',
    reason: 'delivery.ci.feedback.p90 is 14 min, the rule wants at most 10 min',
    evidence: [
      {
        path: 'facts.delivery.ci.feedback.p90',
        value: 14,
        unit: 'min',
        observedAt: '2026-11-20T08:00:00.000Z',
      },
    ],
    why: 'A slow build is paid for by everyone, every day.',
    fix: {
      text: 'Split the test job. See **Fast builds** in the handbook.',
      url: 'https://example.com/fast-builds',
    },
  }),
  check({
    id: 'runbook-for-alerts',
    title: 'Runbook for every firing alert',
    level: 'silver',
    status: 'fail',
    weight: 3,
    reason: 'runbooks.alerts.uncovered is 2, the rule wants 0',
    evidence: [
      {
        path: 'facts.runbooks.alerts.uncovered',
        value: 2,
        unit: 'count',
        observedAt: '2026-11-20T07:00:00.000Z',
      },
    ],
    why: 'At two in the morning nobody reads source code.',
    fix: { text: 'Write a runbook and link it from the alert.' },
  }),
  check({
    id: 'recovers-quickly',
    title: 'Mean recovery under an hour',
    level: 'gold',
    status: 'no-data',
    reason:
      'delivery.recovery.p50 was never observed; connect an incident source in app-config under delivery.sources',
    evidence: [
      {
        path: 'facts.delivery.recovery.p50',
        value: null,
        unit: 'h',
        observedAt: null,
      },
    ],
    why: 'Customers feel the minutes between the alert and the fix.',
  }),
  check({
    id: 'documented',
    title: 'Documentation read within the last quarter',
    level: 'gold',
    status: 'stale',
    reason: 'docs.lastRead was observed 40 d ago and holds for 14 d',
    evidence: [
      {
        path: 'facts.docs.lastRead',
        value: '2026-08-01T00:00:00.000Z',
        observedAt: '2026-10-11T07:00:00.000Z',
      },
    ],
  }),
  check({
    id: 'no-known-vulnerabilities',
    title: 'No critical vulnerability is open',
    level: 'gold',
    status: 'error',
    reason: 'The source "scanner" failed: 503 Service Unavailable',
    evidence: [
      {
        path: 'facts.security.critical',
        value: null,
        observedAt: '2026-11-20T07:00:00.000Z',
      },
    ],
  }),
  check({
    id: 'on-call-route',
    title: 'The team has an on-call route',
    status: 'waived',
    reason: 'Waived until 1 December 2026',
    waiver: {
      id: 'w-1',
      scorecardRef: 'scorecard:default/production-readiness',
      checkId: 'on-call-route',
      entityRef: 'component:default/checkout-web',
      reason: 'The team moves to the new rota in December.',
      state: 'approved',
      requestedBy: 'user:default/ada',
      requestedAt: '2026-11-01T09:00:00.000Z',
      expiresAt: '2026-12-01T23:00:00.000Z',
      entityOwnerApproval: {
        by: 'user:default/ada',
        at: '2026-11-01T09:00:00.000Z',
      },
      scorecardOwnerApproval: {
        by: 'user:default/grace',
        at: '2026-11-02T09:00:00.000Z',
      },
      sides: [
        {
          side: 'entity-owner',
          ownerRef: 'group:default/checkout',
          approval: { by: 'user:default/ada', at: '2026-11-01T09:00:00.000Z' },
        },
        {
          side: 'scorecard-owner',
          ownerRef: 'group:default/platform',
          approval: {
            by: 'user:default/grace',
            at: '2026-11-02T09:00:00.000Z',
          },
        },
      ],
    },
  }),
  check({
    id: 'public-api-documented',
    title: 'Its public API has a definition',
    status: 'not-applicable',
    reason: 'The component provides no API',
  }),
  check({
    id: 'signed-images',
    title: 'Images are signed',
    level: 'silver',
    status: 'fail',
    countsFrom: '2027-01-01T00:00:00.000Z',
    reason: 'supply.imageSigned is false, the rule wants true',
    evidence: [
      {
        path: 'facts.supply.imageSigned',
        value: false,
        observedAt: '2026-11-20T07:00:00.000Z',
      },
    ],
  }),
];
