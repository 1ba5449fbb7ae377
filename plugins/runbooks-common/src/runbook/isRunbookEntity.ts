import { Entity } from '@backstage/catalog-model';
import { RunbookEntityV1alpha1 } from './types';

/**
 * Whether an entity is of the kind `Runbook`. It says nothing about its content: the catalog, too, serves only runbooks
 * that were validated.
 *
 * @public
 */
export function isRunbookEntity(
  entity: Entity,
): entity is RunbookEntityV1alpha1 {
  return (
    entity.apiVersion === 'fairlead.dev/v1alpha1' &&
    entity.kind.toLocaleLowerCase('en-US') === 'runbook'
  );
}
