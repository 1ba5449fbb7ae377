import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import {
  CheckDefinition,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';

/** An entity with the relations that the catalog would give it. */
export function entity(
  ref: `${string}:${string}`,
  options: {
    annotations?: Record<string, string>;
    description?: string;
    relations?: Record<string, string | string[]>;
    spec?: JsonObject;
    title?: string;
  } = {},
): Entity {
  const [kind, name] = ref.split(':');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-${ref.toLocaleLowerCase('en-US')}`,
      title: options.title,
      description: options.description,
      annotations: options.annotations,
    },
    spec: options.spec ?? {},
    relations: Object.entries(options.relations ?? {}).flatMap(
      ([type, targets]) =>
        [targets].flat().map(targetRef => ({ type, targetRef })),
    ),
  };
}

export const COMPONENT = 'component:default/ferry';
export const TEAM = 'group:default/crew';
export const SCORECARD = 'scorecard:default/seaworthy';

export function component(name = 'ferry', owner = TEAM): Entity {
  return entity(`Component:${name}`, {
    spec: { type: 'service', lifecycle: 'production', owner },
    relations: owner ? { ownedBy: owner } : {},
  });
}

export function team(options: { members?: string[] } = {}): Entity {
  return entity('Group:crew', {
    spec: { type: 'team', children: [] },
    relations: { hasMember: options.members ?? ['user:default/mira'] },
  });
}

/** A scorecard of three levels. Each check asks for a number that is not above 10. */
export function scorecard(
  options: {
    appliesTo?: JsonObject;
    checks?: (Partial<CheckDefinition> & { id: string })[];
    name?: string;
    owner?: string;
  } = {},
): ScorecardEntityV1alpha1 {
  const owner = options.owner ?? TEAM;
  return {
    ...entity(`Scorecard:${options.name ?? 'seaworthy'}`, {
      relations: { ownedBy: owner },
    }),
    apiVersion: 'fairlead.dev/v1alpha1',
    kind: 'Scorecard',
    spec: {
      owner,
      appliesTo: (options.appliesTo ?? { kind: 'Component' }) as never,
      levels: ['bronze', 'silver', 'gold'],
      checks: (options.checks ?? [{ id: 'leaks' }]).map(check => ({
        title: `Few ${check.id}`,
        level: 'bronze',
        rule: { [`facts.harbour.hull.${check.id}`]: { $lte: 10 } },
        ...check,
      })),
    },
  } satisfies ScorecardEntityV1alpha1;
}
