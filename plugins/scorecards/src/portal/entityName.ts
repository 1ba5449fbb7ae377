import { parseEntityRef } from '@backstage/catalog-model';
import { humanizeEntityRef } from '@backstage/plugin-catalog-react';

/** The name of an entity as short as it can be where its kind is clear: the namespace stays unless it is the default one. */
export function entityName(entityRef: string): string {
  const ref = parseEntityRef(entityRef);
  return humanizeEntityRef(ref, { defaultKind: ref.kind });
}
