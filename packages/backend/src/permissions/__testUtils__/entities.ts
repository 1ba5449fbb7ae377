import { Entity } from '@backstage/catalog-model';

const LOCATION = {
  'backstage.io/managed-by-location': 'url:https://example.com/catalog',
  'backstage.io/managed-by-origin-location': 'url:https://example.com/catalog',
};

function group(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, annotations: LOCATION },
    spec: { type: 'team', children: [] },
  };
}

function user(name: string, team: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, annotations: LOCATION },
    spec: { memberOf: [team] },
  };
}

function component(name: string, annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations: { ...LOCATION, ...annotations } },
    spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
  };
}

function runbook(name: string, serves: string): Entity {
  return {
    apiVersion: 'fairlead.dev/v1alpha1',
    kind: 'Runbook',
    metadata: { name, annotations: LOCATION },
    spec: {
      owner: 'payments',
      serves: { entities: [`component:default/${serves}`] },
      alerts: ['HighLatency'],
      text: '## Diagnosis\n\n- [ ] Look at the dashboard',
    },
  };
}

/** How many requests may each have a check of their own. */
export const CHECKS = 60;

/** One service for all to see and one for its team alone; a scorecard of another team; a user of each of four teams. */
export const entities: Entity[] = [
  group('discovery'),
  group('payments'),
  group('quality'),
  group('platform'),
  user('dana', 'discovery'),
  user('olga', 'payments'),
  user('quinn', 'quality'),
  user('pat', 'platform'),
  component('checkout', { 'github.com/project-slug': 'acme/checkout' }),
  component('vault', { 'example.com/confidential': 'true' }),
  runbook('latency', 'checkout'),
  {
    apiVersion: 'fairlead.dev/v1alpha1',
    kind: 'OnboardingTrack',
    metadata: { name: 'welcome', annotations: LOCATION },
    spec: {
      owner: 'group:default/payments',
      milestones: [
        {
          id: 'week',
          title: 'First week',
          tasks: [
            { id: 'read', title: 'Read the guide' },
            { id: 'tour', title: 'See the office' },
            {
              id: 'build',
              title: 'Build it',
              docs: 'https://docs.example.com/build',
            },
          ],
        },
      ],
    },
  },
  {
    apiVersion: 'fairlead.dev/v1alpha1',
    kind: 'Scorecard',
    metadata: { name: 'readiness', annotations: LOCATION },
    spec: {
      owner: 'group:default/quality',
      appliesTo: { kind: 'Component' },
      levels: ['bronze'],
      checks: Array.from({ length: CHECKS }, (_, n) => ({
        id: `check-${n}`,
        title: `Check ${n}`,
        level: 'bronze',
        rule: { 'metadata.description': { $exists: true } },
      })),
    },
  },
  {
    apiVersion: 'fairlead.dev/v1alpha1',
    kind: 'Scorecard',
    metadata: { name: 'growth', annotations: LOCATION },
    spec: {
      owner: 'group:default/quality',
      appliesTo: { kind: 'Component' },
      levels: ['bronze'],
      checks: Array.from({ length: CHECKS }, (_, n) => ({
        id: `question-${n}`,
        title: `Question ${n}`,
        level: 'bronze',
        question: {
          text: `Does ${n} hold?`,
          alsoAnsweredBy: ['scorecard-owner'],
        },
      })),
    },
  },
];
