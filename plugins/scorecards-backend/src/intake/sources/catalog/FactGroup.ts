import { Entity } from '@backstage/catalog-model';
import { JsonValue } from '@backstage/types';
import { FactDeclaration } from '@fairlead/backstage-plugin-scorecards-common';
import { CatalogKnowledge } from './CatalogKnowledge';

/** Facts that are found out together. */
export interface FactGroup {
  facts: FactDeclaration[];
  /** Undefined for a fact that has no value; a fact that does not concern the entity has no key. */
  observe(
    entity: Entity,
    knowledge: CatalogKnowledge,
  ): Record<string, JsonValue | undefined>;
}

/** A missed day of the source makes its facts stale. */
export const TIME_TO_LIVE = '26h';

export function declareBoolean(
  id: string,
  title: string,
  description: string,
): FactDeclaration {
  return { id, type: 'boolean', title, description, timeToLive: TIME_TO_LIVE };
}

export function declareCount(
  id: string,
  title: string,
  description: string,
): FactDeclaration {
  return {
    id,
    type: 'number',
    unit: 'count',
    title,
    description,
    timeToLive: TIME_TO_LIVE,
  };
}

/** Whether an entity is of one of these kinds, given in lower case. */
export function isKind(entity: Entity, ...kinds: string[]): boolean {
  return kinds.includes(entity.kind.toLocaleLowerCase('en-US'));
}

/** How many relations of a type an entity has. */
export function countRelations(entity: Entity, type: string): number {
  return (entity.relations ?? []).filter(relation => relation.type === type)
    .length;
}
