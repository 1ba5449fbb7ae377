import { Entity } from '@backstage/catalog-model';
import { AlertFiring } from '@fairlead/backstage-plugin-runbooks-node';

const MINUTE = 60_000;

/** So many minutes ago, as ISO 8601. */
export function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * MINUTE).toISOString();
}

/** A firing that began an hour ago and still fires, of the component `cart`. */
export function firing(told: Partial<AlertFiring> = {}): AlertFiring {
  const { alert = 'DiskFull', fingerprint = alert } = told;
  const { startsAt = minutesAgo(60) } = told;
  return {
    kind: 'firing',
    key: `${fingerprint}:${startsAt}`,
    source: 'alertmanager',
    entityRefs: ['component:default/cart'],
    alert,
    fingerprint,
    startsAt,
    labels: {},
    receivers: [],
    dashboardUrls: [],
    ...told,
  };
}

/** A component of a team. */
export function component(
  name: string,
  options: {
    annotations?: Record<string, string>;
    links?: Entity['metadata']['links'];
    owner?: string;
    relations?: Entity['relations'];
  } = {},
): Entity {
  const { annotations, links, owner = 'quay', relations = [] } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-${name}`,
      ...(annotations && { annotations }),
      ...(links && { links }),
    },
    spec: { type: 'service', owner },
    relations: [
      { type: 'ownedBy', targetRef: `group:default/${owner}` },
      ...relations,
    ],
  };
}

/** A team, perhaps below another one. */
export function group(name: string, options: { parent?: string } = {}): Entity {
  const { parent } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default', uid: `uid-group-${name}` },
    spec: { type: 'team', children: [] },
    relations: parent
      ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
      : [],
  };
}

/** A `Runbook` entity whose text stands in it. */
export function runbook(
  name: string,
  spec: Record<string, unknown> = {},
): Entity {
  return {
    apiVersion: 'fairlead.dev/v1alpha1',
    kind: 'Runbook',
    metadata: {
      name,
      namespace: 'default',
      title: name,
      uid: `uid-runbook-${name}`,
    },
    spec: { owner: 'quay', text: '# Disk full\n', ...spec } as Entity['spec'],
    relations: [{ type: 'ownedBy', targetRef: 'group:default/quay' }],
  };
}
