import {
  FAIRLEAD_API_VERSION,
  OwnerScorecardsResponse,
  ScorecardDetailsResponse,
  ScorecardEntityRow,
  StatusCounts,
} from '@fairlead/backstage-plugin-scorecards-common';
import { CHECKS } from './checks';

const NO_STATUSES: StatusCounts = {
  pass: 0,
  fail: 0,
  'no-data': 0,
  stale: 0,
  error: 0,
  waived: 0,
  'not-applicable': 0,
};

/** The scorecard behind the results of the fixtures. */
export const SCORECARD: ScorecardDetailsResponse = {
  scorecardRef: 'scorecard:default/production-readiness',
  title: 'Production readiness',
  owner: 'group:default/platform',
  levels: ['bronze', 'silver', 'gold'],
  checks: CHECKS.map(({ id, title, level, weight }) => ({
    id,
    title,
    level,
    weight,
  })),
  totals: {
    entities: 12,
    levels: { none: 2, bronze: 5, silver: 4, gold: 1 },
    statuses: { ...NO_STATUSES, pass: 60, fail: 20, 'no-data': 10 },
  },
  problems: [],
  version: 3,
  versionSince: '2026-10-01T00:00:00.000Z',
  definition: {
    apiVersion: FAIRLEAD_API_VERSION,
    kind: 'Scorecard',
    metadata: { name: 'production-readiness', title: 'Production readiness' },
    spec: {
      owner: 'group:default/platform',
      appliesTo: { kind: 'Component' },
      levels: ['bronze', 'silver', 'gold'],
      checks: CHECKS.map(({ id, title, level }) => ({
        id,
        title,
        level,
        rule: { 'facts.delivery.ci.feedback.p90': { $lte: '10m' } },
      })),
    },
  },
};

/** A row of a list of entities. */
export function row(
  name: string,
  changes: Partial<ScorecardEntityRow> = {},
): ScorecardEntityRow {
  return {
    entityRef: `component:default/${name}`,
    owner: 'group:default/checkout',
    system: 'system:default/shop',
    level: 'bronze',
    score: 0.5,
    scoreParts: { pass: 5, total: 10 },
    failing: ['fast-builds'],
    statuses: CHECKS.map(({ status }) => status),
    ...changes,
  };
}

/** A team with one child team. */
export const OWNER_SCORECARDS: OwnerScorecardsResponse = {
  ownerRef: 'group:default/checkout',
  groupRefs: ['group:default/checkout', 'group:default/checkout-payments'],
  scorecards: [
    {
      scorecardRef: 'scorecard:default/production-readiness',
      title: 'Production readiness',
      levels: ['bronze', 'silver', 'gold'],
      totals: {
        entities: 9,
        levels: { none: 1, bronze: 4, silver: 3, gold: 1 },
        statuses: { ...NO_STATUSES, pass: 40, fail: 12 },
      },
      scoreParts: { pass: 40, total: 52 },
      worst: [
        row('payments-api', {
          level: null,
          score: 0.2,
          scoreParts: { pass: 2, total: 10 },
          failing: ['owned-by-a-team', 'fast-builds', 'runbook-for-alerts'],
        }),
        row('checkout-web'),
      ],
      trend: [
        { day: '2026-10-20', entities: 8, scoreParts: { pass: 20, total: 50 } },
        { day: '2026-11-05', entities: 9, scoreParts: { pass: 30, total: 52 } },
        { day: '2026-11-20', entities: 9, scoreParts: { pass: 40, total: 52 } },
      ],
    },
  ],
};
