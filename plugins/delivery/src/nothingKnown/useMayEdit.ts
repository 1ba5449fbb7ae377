import { Entity } from '@backstage/catalog-model';
import { useEntityOwnership } from '@backstage/plugin-catalog-react';

/** Whether the reader is one of those who look after an entity and its catalog file. Not while that is being asked for. */
export function useMayEdit(entity: Entity): boolean {
  const { loading, isOwnedEntity } = useEntityOwnership();
  return !loading && isOwnedEntity(entity);
}
