import { Entity } from '@backstage/catalog-model';
import {
  ContributionKind,
  OnboardingTrackEntityV1alpha1,
} from '@fairlead/backstage-plugin-onboarding-common';
import { Contribution } from '@fairlead/backstage-plugin-onboarding-node';
import { TEAMS } from '../workload';

/** How many are on a journey. */
export const NEWCOMERS = 2_000;
/** How many tasks each has. */
export const TASKS = 40;
export const TRACK_REF = 'onboardingtrack:default/first-month';

/** What each of them does in the burst, once. */
export const KINDS: ContributionKind[] = [
  'green-build',
  'merged-change',
  'review-given',
  'review-received',
  'deployed-change',
];

const nameOf = (index: number) => `newcomer-${index}`;

export const newcomerRefs = (count = NEWCOMERS) =>
  Array.from({ length: count }, (_, index) => `user:default/${nameOf(index)}`);

/** What stands for a user in the records. */
export const loginOf = (userRef: string) => `login of ${userRef}`;

/** The newcomers, spread over the teams, and the track that they are on. */
export function createNewcomers(count = NEWCOMERS): Entity[] {
  return [
    ...Array.from({ length: count }, (_, index) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: nameOf(index) },
      spec: { memberOf: [`team-${index % TEAMS}`] },
    })),
    createTrack(),
  ];
}

/**
 * Half of the tasks are verified by records: of each kind one that the burst completes, and three that take more of it.
 * The other half is ticked by hand.
 */
function createTrack(): OnboardingTrackEntityV1alpha1 {
  const byRecord = KINDS.flatMap(record =>
    [1, 2, 3, 4].map(times => ({
      id: `${record}-${times}`,
      title: `${record} ${times} ×`,
      verifiedBy: { record, times },
    })),
  );
  const byHand = Array.from(
    { length: TASKS - byRecord.length },
    (_, index) => ({
      id: `read-${index}`,
      title: `Read chapter ${index}`,
      description: 'Read it, and say what is missing. '.repeat(5),
    }),
  );
  return {
    apiVersion: 'fairlead.dev/v1alpha1',
    kind: 'OnboardingTrack',
    metadata: { name: 'first-month', title: 'First month' },
    spec: {
      owner: 'team-0',
      starts: ['assignment', 'self'],
      milestones: [
        { id: 'week', title: 'First week', due: '1w', tasks: byHand },
        { id: 'month', title: 'First month', due: '30d', tasks: byRecord },
      ],
    },
  };
}

/** One contribution of each kind of every newcomer, those of one person far apart. */
export function createBurst(at: string, newcomers = NEWCOMERS): Contribution[] {
  return KINDS.flatMap(kind =>
    newcomerRefs(newcomers).map(userRef => ({
      kind,
      key: `${kind}:${userRef}`,
      person: loginOf(userRef),
      at,
      entityRefs: [],
      title: `${kind} of somebody`,
      url: 'https://example.com/1',
    })),
  );
}
