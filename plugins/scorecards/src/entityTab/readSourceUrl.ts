import { Entity, getEntitySourceLocation } from '@backstage/catalog-model';

/** Where the source of an entity is; undefined where the catalog does not know. */
export function readSourceUrl(entity: Entity): string | undefined {
  try {
    return getEntitySourceLocation(entity).target;
  } catch {
    return undefined;
  }
}
