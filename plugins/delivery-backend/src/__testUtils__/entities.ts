import { Entity } from '@backstage/catalog-model';

function group(
  name: string,
  { children = [], parent }: { children?: string[]; parent?: string } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default', uid: `uid-${name}` },
    spec: { type: 'team', children },
    relations: [
      ...children.map(child => ({
        type: 'parentOf',
        targetRef: `group:default/${child}`,
      })),
      ...(parent
        ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
        : []),
    ],
  };
}

/** A component that names a repository. */
export function component(name: string, owner: string, slug: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-${name}`,
      annotations: { 'github.com/project-slug': slug },
    },
    spec: { type: 'service', lifecycle: 'production' },
    relations: [
      { type: 'ownedBy', targetRef: `group:default/${owner}` },
      { type: 'partOf', targetRef: 'system:default/shop' },
    ],
  };
}

/** Two components of two teams below one, in one system. */
export const entities: Entity[] = [
  group('engineering', { children: ['payments', 'discovery'] }),
  group('payments', { parent: 'engineering' }),
  group('discovery', { parent: 'engineering' }),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: 'shop', namespace: 'default', uid: 'uid-shop' },
    spec: {},
    relations: [{ type: 'ownedBy', targetRef: 'group:default/engineering' }],
  },
  component('checkout', 'payments', 'acme/checkout'),
  component('search', 'discovery', 'acme/search'),
];
