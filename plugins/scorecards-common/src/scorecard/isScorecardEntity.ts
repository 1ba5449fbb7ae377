import { Entity } from '@backstage/catalog-model';
import { FAIRLEAD_API_VERSION, ScorecardEntityV1alpha1 } from './types';

/**
 * Whether an entity is of the kind `Scorecard`. It says nothing about its content: the catalog, too, serves only
 * scorecards that were validated.
 *
 * @public
 */
export function isScorecardEntity(
  entity: Entity,
): entity is ScorecardEntityV1alpha1 {
  return (
    entity.apiVersion === FAIRLEAD_API_VERSION &&
    entity.kind.toLocaleLowerCase('en-US') === 'scorecard'
  );
}
