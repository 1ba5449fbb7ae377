import { Transition } from '@fairlead/backstage-plugin-scorecards-common';

const COMMON = {
  scorecardRef: 'scorecard:default/production-readiness',
  entityRef: 'component:default/checkout-web',
} as const;

export const TRANSITIONS: Transition[] = [
  {
    ...COMMON,
    checkId: 'fast-builds',
    from: 'pass',
    to: 'fail',
    at: '2026-11-12T08:30:00.000Z',
    cause: 'facts',
    reason: 'delivery.ci.feedback.p90 is 14 min, the rule wants at most 10 min',
  },
  {
    ...COMMON,
    checkId: null,
    from: 'silver',
    to: 'bronze',
    at: '2026-11-12T08:30:00.000Z',
    cause: 'facts',
    reason: '',
  },
  {
    ...COMMON,
    checkId: 'fast-builds',
    from: 'fail',
    to: 'pass',
    at: '2026-10-03T08:30:00.000Z',
    cause: 'definition',
    reason: 'delivery.ci.feedback.p90 is 14 min, the rule wants at most 15 min',
  },
];
