import {
  Cohort,
  CohortTime,
  LedTrack,
  TaskFigures,
  TeamOnboarding,
  TrackDetail,
  TrackInsights,
} from '@fairlead/backstage-plugin-onboarding-common';
import { BUDDY } from './entities';
import { LOCKED, task, TRACK_REF } from './journeys';

export const TRACK: TrackDetail = {
  trackRef: TRACK_REF,
  title: 'Engineer at Acme',
  description: 'From the first day to the first deployment.',
  purpose: 'onboarding',
  ownerRef: 'group:default/checkout',
  version: 2,
  starts: ['join', 'assignment', 'self'],
  tasks: 12,
  milestones: 1,
  onTheWay: 7,
  plan: [
    {
      id: 'first-week',
      title: 'First week',
      progress: {
        done: 0,
        total: 2,
        optionalDone: 0,
        optionalTotal: 0,
        waived: 0,
      },
      tasks: [task({ can: [] }), LOCKED],
    },
  ],
  missing: [],
  versions: [{ version: 2, at: '2026-11-01T08:00:00Z' }],
  isMine: false,
};

const SOME: CohortTime = {
  reached: 7,
  n: 11,
  medianSoFar: 2.1 * 86_400,
  median: 3.4 * 86_400,
};

export const COHORT: Cohort = {
  quarter: '2026-Q3',
  n: 11,
  setup: { ...SOME, medianSoFar: 5400, band: 'elite' },
  mergedChange: SOME,
  tenthMergedChange: { reached: 0, n: 11 },
  reviewGiven: SOME,
  deployedChange: SOME,
  resolvedIncident: { reached: 0, n: 11 },
  completed: { reached: 11, n: 11, medianSoFar: 30 * 86_400 },
  byAgent: { n: 3, of: 7 },
};

export const FIGURES: TaskFigures = {
  taskId: 'vpn',
  milestoneId: 'first-week',
  title: 'Join the VPN',
  met: 10,
  done: 8,
  medianTime: 7200,
  takes: 1800,
  stuckShare: 0.4,
  missing: { context: 3, confidence: 1 },
  votes: { found: 5, wrong: 2, missing: 0 },
};

export const INSIGHTS: TrackInsights = {
  trackRef: TRACK_REF,
  cohorts: [COHORT],
  hidden: 6,
  funnel: [
    { milestoneId: 'first-week', title: 'First week', reached: 9, n: 11 },
  ],
  tasks: [FIGURES],
  changes: [
    {
      version: 2,
      at: '2026-11-01T08:00:00Z',
      before: SOME,
      after: { ...SOME, medianSoFar: 86_400 },
    },
  ],
  findings: [{ kind: 'no-buddy', role: 'buddy', journeys: 2 }],
};

/** A track that the reader answers for, with one person of the team on it. */
export const LED_TRACK: LedTrack = {
  trackRef: TRACK_REF,
  title: 'Engineer at Acme',
  version: 2,
  tasks: [
    { id: 'laptop', title: 'Set up your laptop' },
    { id: 'vpn', title: 'Join the VPN' },
  ],
  journeys: [
    { journeyId: 'j2', userRef: 'user:default/cleo', buddyRef: BUDDY },
  ],
};

export function team(changes: Partial<TeamOnboarding> = {}): TeamOnboarding {
  return {
    teamRef: 'group:default/checkout',
    journeys: [
      {
        userRef: 'user:default/cleo',
        trackRef: TRACK_REF,
        title: 'Engineer at Acme',
        state: 'on-the-way',
        startAt: '2026-11-18T08:00:00Z',
      },
    ],
    onTheWay: 7,
    setup: { ...SOME, band: 'friction' },
    mergedChange: SOME,
    tasks: [FIGURES],
    rolesUnfilled: [{ role: 'buddy', journeys: 2 }],
    helpRequests: [],
    ...changes,
  };
}
