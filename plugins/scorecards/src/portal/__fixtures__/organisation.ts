import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Fact } from '@fairlead/backstage-plugin-scorecards-common';

/** An entity with what is known of it. */
export interface Subject {
  entityRef: string;
  entity: Entity;
  facts: Map<string, Fact>;
  owner: string | null;
  system: string | null;
  domain: string | null;
}

/** An organisation of any size, the same each time it is made. */
export function organisation(size: number, now: number): Subject[] {
  return Array.from({ length: size }, (_, index) => subject(index, now));
}

function subject(index: number, now: number): Subject {
  const team = index % 14;
  const system = index % 6;
  const name =
    index % 97 === 13
      ? `a-component-with-a-name-that-goes-on-and-on-and-on-${index}`
      : `component-${String(index).padStart(4, '0')}`;
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      ...(index % 5 !== 0 && { description: `The component number ${index}` }),
      ...(index % 29 === 0 && { title: `Größenänderung ${index}` }),
    },
    spec: { type: 'service', lifecycle: 'production' },
  };
  const facts = new Map<string, Fact>();
  const observe = (id: string, value: Fact['value'], daysAgo = 0) =>
    facts.set(id, {
      id,
      value,
      source: 'ci',
      observedAt: new Date(now - daysAgo * 86_400_000).toISOString(),
      state: 'ok',
    });
  observe('ownership.ownerHasMembers', index % 11 !== 0);
  if (index % 7 !== 0) {
    observe('delivery.ci.feedback.p90', 4 + (index % 13), index % 23);
  }
  if (index % 3 !== 0) {
    observe('runbooks.alerts.uncovered', index % 4 === 0 ? 2 : 0);
  }
  if (index % 8 === 0) {
    facts.set('docs.lastRead', {
      id: 'docs.lastRead',
      source: 'docs-reader',
      observedAt: new Date(now).toISOString(),
      state: 'error',
      error: '503 Service Unavailable',
    });
  } else {
    observe(
      'docs.lastRead',
      new Date(now - (index % 120) * 86_400_000).toISOString(),
    );
  }
  return {
    entityRef: stringifyEntityRef(entity),
    entity,
    facts,
    owner: team === 13 ? null : `group:default/team-${team}`,
    system: system === 5 ? null : `system:default/system-${system}`,
    domain: system === 5 ? null : `domain:default/domain-${system % 3}`,
  };
}
