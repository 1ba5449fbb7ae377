import { Entity } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';

/**
 * Kinds that are never scored. A location is plumbing; people are not measured.
 */
const UNSCORED_KINDS = ['location', 'user'];

/** The entities of the catalog that scorecards can judge. */
export const SCORED_ENTITIES: FilterPredicate = {
  $not: { kind: { $in: UNSCORED_KINDS } },
};

export function isScoredKind(entity: Pick<Entity, 'kind'>): boolean {
  return !UNSCORED_KINDS.includes(entity.kind.toLocaleLowerCase('en-US'));
}
