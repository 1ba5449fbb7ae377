import { Entity } from '@backstage/catalog-model';
import { ScorecardEntityV1alpha1 } from '@fairlead/backstage-plugin-scorecards-common';

function group(name: string, options: { children?: string[] } = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default', uid: `uid-${name}` },
    spec: { type: 'team', children: options.children ?? [] },
    relations: (options.children ?? []).map(child => ({
      type: 'parentOf',
      targetRef: `group:default/${child}`,
    })),
  };
}

function component(
  name: string,
  options: {
    owner?: string;
    system?: string;
    title?: string;
    description?: string;
  },
): Entity {
  const { owner, system, title, description } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-${name}`,
      title,
      description,
    },
    spec: { type: 'service', lifecycle: 'production' },
    relations: [
      ...(owner
        ? [{ type: 'ownedBy', targetRef: `group:default/${owner}` }]
        : []),
      ...(system
        ? [{ type: 'partOf', targetRef: `system:default/${system}` }]
        : []),
    ],
  };
}

function systemOf(domain: string, name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name, namespace: 'default', uid: `uid-${name}` },
    spec: { domain },
    relations: [{ type: 'partOf', targetRef: `domain:default/${domain}` }],
  };
}

export const READINESS = 'scorecard:default/readiness';

export const readiness: ScorecardEntityV1alpha1 = {
  apiVersion: 'fairlead.dev/v1alpha1',
  kind: 'Scorecard',
  metadata: {
    name: 'readiness',
    namespace: 'default',
    uid: 'uid-readiness',
    title: 'Readiness',
  },
  spec: {
    owner: 'group:default/platform',
    appliesTo: { kind: 'Component' },
    levels: ['bronze', 'silver'],
    checks: [
      {
        id: 'described',
        title: 'Described',
        level: 'bronze',
        weight: 2,
        rule: { 'metadata.description': { $exists: true } },
        why: 'A reader wants to know.',
        fix: { text: 'Set `metadata.description`.' },
      },
      {
        id: 'fast',
        title: 'Builds fast',
        level: 'silver',
        rule: { 'facts.ci.build.minutes': { $lte: 10 } },
      },
    ],
  },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/platform' }],
};

/**
 * Five components of two teams below one, two of them in a system of the domain `retail`. With the facts: `checkout` is silver, `cart` bronze and slow, `search` bronze
 * and not known, `formula` and `orphan` (owned by nobody) without a level.
 */
export const entities: Entity[] = [
  group('engineering', { children: ['payments', 'discovery'] }),
  group('payments'),
  group('discovery'),
  systemOf('retail', 'shop'),
  component('checkout', {
    owner: 'payments',
    system: 'shop',
    title: 'Checkout',
    description: 'Takes money',
  }),
  component('cart', {
    owner: 'payments',
    system: 'shop',
    title: '100 % Cart',
    description: 'Holds goods',
  }),
  component('search', { owner: 'discovery', description: 'Finds goods' }),
  component('formula', { owner: 'discovery', title: '=1+1' }),
  component('orphan', {}),
  readiness,
];

export const facts = [
  {
    entityRef: 'component:default/checkout',
    source: 'ci',
    values: { 'ci.build.minutes': 5 },
  },
  {
    entityRef: 'component:default/cart',
    source: 'ci',
    values: { 'ci.build.minutes': 30 },
  },
];
