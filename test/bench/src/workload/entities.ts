import { Entity } from '@backstage/catalog-model';
import { FactEntry } from '@fairlead/backstage-plugin-scorecards-common';
import { FACTS } from './checks';

/** How many components both sides have. */
export const ENTITIES = 2000;

/** How many teams own them. */
export const TEAMS = 40;

/** How many systems they are part of. */
export const SYSTEMS = 80;
const DOMAINS = 8;

/** The user that signs in; a member of one team, so that a condition on ownership lets some entities through. */
export const USER_REF = 'user:default/reader';

/** The names of the components that are scored. */
export function componentNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `component-${index}`);
}

/** A catalog of `count` components with teams, systems, domains and one user. */
export function createEntities(
  count: number,
  { teams = TEAMS }: { teams?: number } = {},
): Entity[] {
  return [
    ...numbered(DOMAINS, index =>
      entity('Domain', `domain-${index}`, { owner: 'team-0' }),
    ),
    ...numbered(SYSTEMS, index =>
      entity('System', `system-${index}`, {
        owner: `team-${index % teams}`,
        domain: `domain-${index % DOMAINS}`,
      }),
    ),
    ...numbered(teams, index =>
      entity('Group', `team-${index}`, { type: 'team', children: [] }),
    ),
    entity('User', 'reader', { memberOf: ['team-0', 'team-1'] }),
    ...componentNames(count).map((name, index) =>
      entity('Component', name, {
        type: 'service',
        lifecycle: 'production',
        owner: `team-${index % teams}`,
        system: `system-${index % SYSTEMS}`,
      }),
    ),
  ];
}

/** What was observed of each component: every fact, with values that differ from one component to the next. */
export function createFacts(
  count: number,
): Pick<FactEntry, 'entityRef' | 'values'>[] {
  return componentNames(count).map((name, index) => ({
    entityRef: `component:default/${name}`,
    values: Object.fromEntries(
      FACTS.map(({ id, values }, factIndex) => [
        id,
        values[(index * 7 + factIndex * 3 + (index >> 3)) % values.length],
      ]),
    ),
  }));
}

function numbered<T>(count: number, create: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => create(index));
}

function entity(kind: string, name: string, spec: Entity['spec']): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, title: name.replace('-', ' ') },
    spec,
  };
}
