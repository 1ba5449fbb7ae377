import {
  CoverageSource,
  definitionOf,
  EntityMeasuresResponse,
  MEASURE_DEFINITIONS,
  MeasureId,
  MeasureView,
  TimeWindow,
  TrendPoint,
  WaitView,
} from '@fairlead/backstage-plugin-delivery-common';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const GITHUB: CoverageSource = {
  id: 'github',
  title: 'GitHub',
  setup: 'Add a webhook to the repository.',
  annotations: [
    {
      annotation: 'github.com/project-slug',
      example: 'organisation/repository',
    },
  ],
};

export const WINDOW: TimeWindow = {
  from: '2026-08-23T00:00:00.000Z',
  to: '2026-11-21T00:00:00.000Z',
};

const BEFORE: TimeWindow = {
  from: '2026-05-25T00:00:00.000Z',
  to: WINDOW.from,
};

/** A trend over the weeks of the window, from its values. */
export function trend(...values: (number | undefined)[]): TrendPoint[] {
  return values.map((value, index) => ({
    day: new Date(Date.parse('2026-08-17') + index * 7 * DAY)
      .toISOString()
      .slice(0, 10),
    ...(value === undefined ? { n: 0 } : { value, n: 4 }),
  }));
}

/** A measure with a value, unless `changes` say otherwise. */
export function measure(
  id: MeasureId,
  changes: Partial<MeasureView> = {},
): MeasureView {
  const { unit, definition } = definitionOf(id);
  return {
    id,
    state: 'ok',
    unit,
    definition,
    n: 27,
    marks: [],
    excludedCount: 1,
    trend: [],
    comparison: { verdict: 'unknown', before: BEFORE, reason: 'too-few' },
    ...changes,
  };
}

/** A measure without data. */
export function noData(
  id: MeasureId,
  reason: MeasureView['reason'],
): MeasureView {
  return measure(id, {
    state: 'insufficient-data',
    reason,
    n: 0,
    excludedCount: 0,
    comparison: { verdict: 'unknown', before: BEFORE, reason: 'no-data' },
  });
}

const VALUES: Partial<Record<MeasureId, Partial<MeasureView>>> = {
  leadTime: {
    value: 3.2 * DAY,
    percentiles: { p50: 3.2 * DAY, p75: 4.9 * DAY, p90: 8.1 * DAY },
    trend: trend(2.1 * DAY, 2.6 * DAY, undefined, 3 * DAY, 4 * DAY, 3.2 * DAY),
    comparison: {
      verdict: 'worse',
      before: BEFORE,
      value: 2.4 * DAY,
      change: 1 / 3,
    },
  },
  deploymentFrequency: {
    value: 6,
    n: 77,
    parts: { deployDaysPerWeek: 4 },
    trend: trend(4, 5, 6, 6, 7, 6),
    comparison: { verdict: 'better', before: BEFORE, value: 4, change: 0.5 },
  },
  changeFailRate: {
    value: 0.0769,
    n: 39,
    parts: { confirmed: 2, inferred: 1 },
    trend: trend(0.1, 0, 0.1, 0.05, 0.1, 0.05),
    comparison: { verdict: 'same', before: BEFORE, value: 0.077, change: 0 },
  },
  reworkRate: { value: 0.12, n: 77, trend: trend(0.1, 0.2, 0.1, 0.12) },
  deployFailureRate: { value: 0.04, n: 80 },
  automaticDeployments: {
    value: 0.6,
    n: 70,
    parts: { automatic: 42, approved: 20, manual: 8 },
  },
  'ci.feedback': {
    value: 9 * MINUTE,
    n: 143,
    percentiles: { p50: 9 * MINUTE, p75: 11 * MINUTE, p90: 14 * MINUTE },
    trend: trend(8 * MINUTE, 8 * MINUTE, 9 * MINUTE, 10 * MINUTE, 9 * MINUTE),
  },
  'ci.runTime': {
    value: 6 * MINUTE,
    n: 410,
    percentiles: { p50: 6 * MINUTE, p75: 7 * MINUTE, p90: 9 * MINUTE },
  },
  'ci.queue': {
    value: 0.5 * MINUTE,
    n: 1_240,
    percentiles: { p50: 0.5 * MINUTE, p75: MINUTE, p90: 3 * MINUTE },
  },
  'ci.rerunLoss': { value: 11 * HOUR, n: 31 },
  'ci.flakyJobs': { value: 0.18, n: 22 },
  'ci.timeToGreen': {
    value: 52 * MINUTE,
    n: 9,
    percentiles: { p50: 52 * MINUTE, p75: 2 * HOUR, p90: 5 * HOUR },
  },
};

/** Waits whose shares add up to 1. */
export const WAITS: WaitView[] = [
  {
    kind: 'approval',
    share: 0.05,
    p50: 0,
    p90: 5 * HOUR,
    n: 6,
    of: 27,
    open: 0,
  },
  { kind: 'mergeQueue', share: 0, p50: 0, p90: 0, n: 0, of: 27, open: 0 },
  {
    kind: 'ci',
    share: 0.14,
    p50: 7 * HOUR,
    p90: 20 * HOUR,
    n: 27,
    of: 27,
    open: 0,
  },
  {
    kind: 'reviewPickup',
    share: 0.41,
    p50: 1.3 * DAY,
    p90: 4 * DAY,
    n: 25,
    of: 27,
    open: 1,
    oldest: {
      recordKey: 'change:github:acme/checkout-web:812',
      name: '#812',
      title: 'Keep the basket over a reload',
      url: 'https://github.com/acme/checkout-web/pull/812',
      since: '2026-11-14T09:00:00.000Z',
      age: 6 * DAY,
    },
  },
  {
    kind: 'rework',
    share: 0.1,
    p50: 5 * HOUR,
    p90: 1.4 * DAY,
    n: 11,
    of: 27,
    open: 0,
  },
  {
    kind: 'deployWait',
    share: 0.08,
    p50: 3 * HOUR,
    p90: 1 * DAY,
    n: 27,
    of: 27,
    open: 0,
  },
  {
    kind: 'coding',
    share: 0.22,
    p50: 14 * HOUR,
    p90: 2 * DAY,
    n: 27,
    of: 27,
    open: 0,
  },
];

/** The measures of an entity of which everything is known but the recovery time and flaky tests. */
export function entityMeasures(
  changes: Partial<EntityMeasuresResponse> = {},
): EntityMeasuresResponse {
  const review = WAITS[3];
  return {
    entityRef: 'component:default/checkout-web',
    window: WINDOW,
    leadTimeStart: 'first-commit',
    view: 'then',
    origin: 'counted',
    origins: { n: 27, byOrigin: { person: 27 }, assisted: 0, agentShareOf: 27 },
    computedAt: '2026-11-20T11:58:00.000Z',
    fewest: 5,
    coverage: {
      entities: 1,
      records: 2_310,
      lastRecordAt: '2026-11-20T11:40:00.000Z',
      subjects: [
        { annotation: 'github.com/project-slug', value: 'acme/checkout-web' },
      ],
      problems: [],
      sources: [GITHUB],
    },
    measures: MEASURE_DEFINITIONS.map(({ id }) =>
      VALUES[id]
        ? measure(id, VALUES[id])
        : noData(
            id,
            id === 'ci.flakyTests' ? 'no-tests' : 'no-failed-deployments',
          ),
    ),
    waits: WAITS,
    waitCounts: { state: 'ok', n: 27, codingUnknown: 0, open: 1 },
    sentence: {
      kind: 'reviewPickup',
      share: review.share,
      duration: 3.2 * DAY,
      n: 27,
      open: 1,
      oldest: review.oldest,
      text: 'Waiting for review takes 41 % of the time of 27 changes; half arrive within 3.2 d; oldest: #812, 6 d.',
    },
    flowEfficiency: 0.22,
    lostPerWeek: 61 * HOUR,
    worstJobs: [
      {
        workflow: '.github/workflows/ci.yaml',
        name: 'e2e (chromium)',
        n: 143,
        failed: 30,
        failureRate: 0.21,
        flakyCommits: 9,
        p50: 11 * MINUTE,
        p90: 16 * MINUTE,
        total: 29 * HOUR,
      },
      {
        workflow: '.github/workflows/ci.yaml',
        name: 'build',
        n: 150,
        failed: 5,
        failureRate: 0.03,
        flakyCommits: 0,
        p50: 4 * MINUTE,
        p90: 5 * MINUTE,
        total: 10 * HOUR,
      },
    ],
    ...changes,
  };
}

/** An entity of which nothing is known: it names no repository, and a source is off. */
export function nothingKnown(
  coverage: Partial<EntityMeasuresResponse['coverage']> = {},
): EntityMeasuresResponse {
  return entityMeasures({
    coverage: {
      entities: 1,
      records: 0,
      subjects: [],
      problems: [],
      sources: [
        GITHUB,
        {
          id: 'pagerduty',
          title: 'PagerDuty',
          annotations: [
            { annotation: 'pagerduty.com/service-id', example: 'PABC123' },
          ],
          remedy:
            'Set events.modules.pagerduty.webhookSecret in the configuration.',
        },
      ],
      ...coverage,
    },
    measures: MEASURE_DEFINITIONS.map(({ id }) => noData(id, 'no-deployments')),
    waits: [],
    waitCounts: {
      state: 'insufficient-data',
      reason: 'no-changes',
      n: 0,
      codingUnknown: 0,
      open: 0,
    },
    sentence: null,
    flowEfficiency: undefined,
    lostPerWeek: undefined,
    worstJobs: [],
  });
}
