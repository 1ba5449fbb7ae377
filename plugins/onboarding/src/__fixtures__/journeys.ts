import {
  HelpRequest,
  Journey,
  JourneyTask,
  MyJourneys,
} from '@fairlead/backstage-plugin-onboarding-common';
import { BUDDY, ME } from './entities';

export const TRACK_REF = 'onboardingtrack:default/engineer';

/** A task that the newcomer marks as done. */
export function task(changes: Partial<JourneyTask> = {}): JourneyTask {
  return {
    id: 'laptop',
    title: 'Set up your laptop',
    links: [],
    ownerRef: 'group:default/checkout',
    for: 'newcomer',
    doers: [ME],
    state: 'open',
    lockedBy: [],
    optional: false,
    takes: 7200,
    isLong: false,
    verifiedBy: { by: 'self' },
    generated: false,
    can: ['complete', 'help', 'waive'],
    ...changes,
  };
}

/** A task that a merged change verified. */
export const MERGED: JourneyTask = task({
  id: 'merge',
  title: 'Get a change merged',
  state: 'done',
  verifiedBy: { by: 'record', record: 'merged-change', times: 1, reached: 1 },
  doneAt: '2026-11-20T09:00:00Z',
  evidence: {
    by: 'record',
    title: 'Fix a typo',
    url: 'https://github.com/acme/checkout-web/pull/7',
    origin: 'agent',
    entityRefs: ['component:default/checkout-web'],
  },
  holds: true,
  can: [],
});

/** A task that waits for another one. */
export const LOCKED: JourneyTask = task({
  id: 'deploy',
  title: 'See a change of yours in production',
  state: 'locked',
  lockedBy: [{ id: 'laptop', title: 'Set up your laptop' }],
  verifiedBy: { by: 'record', record: 'deployed-change', times: 1, reached: 0 },
  can: ['help'],
});

/** A task that was left out. */
export const WAIVED: JourneyTask = task({
  id: 'badge',
  title: 'Fetch your badge',
  state: 'waived',
  waived: { reason: 'works from home', at: '2026-11-19T09:00:00Z' },
  can: [],
});

export function journey(changes: Partial<Journey> = {}): Journey {
  return {
    id: 'j1',
    trackRef: TRACK_REF,
    title: 'Engineer at Acme',
    purpose: 'onboarding',
    version: 2,
    userRef: ME,
    teamRef: 'group:default/checkout',
    state: 'on-the-way',
    startAt: '2026-11-18T08:00:00Z',
    startFrom: 'annotation',
    progress: {
      done: 1,
      total: 3,
      optionalDone: 0,
      optionalTotal: 0,
      waived: 1,
    },
    next: 'laptop',
    milestones: [
      {
        id: 'first-week',
        title: 'First week',
        dueAt: '2026-11-25T08:00:00Z',
        progress: {
          done: 1,
          total: 3,
          optionalDone: 0,
          optionalTotal: 0,
          waived: 1,
        },
        tasks: [task(), MERGED, LOCKED, WAIVED],
      },
    ],
    people: [
      { role: 'buddy', ref: BUDDY, state: 'accepted' },
      { role: 'manager' },
      { role: 'track-owner', ref: 'group:default/checkout' },
    ],
    moments: [
      {
        id: 'merged-change',
        at: '2026-11-20T10:24:00Z',
        seconds: 2.1 * 86_400,
        origin: 'agent',
      },
      { id: 'deployed-change', seconds: 3 * 86_400 },
    ],
    role: 'self',
    revision: 1,
    ...changes,
  };
}

/** The same journey with another task to go on with. */
export function journeyWith(next: JourneyTask): Journey {
  const [milestone] = journey().milestones;
  return journey({
    next: next.id,
    milestones: [{ ...milestone, tasks: [next, MERGED, LOCKED, WAIVED] }],
  });
}

export function mine(changes: Partial<MyJourneys> = {}): MyJourneys {
  return {
    userRef: ME,
    journeys: [journey()],
    tasksForOthers: [],
    buddyOf: [],
    buddyProposals: [],
    helpRequests: [],
    startable: [],
    ...changes,
  };
}

export const HELP_REQUEST: HelpRequest = {
  id: 'h1',
  journeyId: 'j2',
  taskId: 'vpn',
  taskTitle: 'Join the VPN',
  askedAt: '2026-11-20T10:00:00Z',
  tried: 'Restarted it',
  errorSays: 'AUTH_FAILED',
  ifNobodyWereHere: 'Make a new key',
  missing: 'confidence',
  toRef: ME,
  askedBy: 'user:default/cleo',
};
