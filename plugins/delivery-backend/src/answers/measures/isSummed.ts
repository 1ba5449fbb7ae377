import { parseEntityRef } from '@backstage/catalog-model';

/** The kinds that stand for other entities. */
const SUMMED_KINDS: readonly string[] = ['group', 'system', 'domain'];

/** Whether what is told of an entity is told of others. */
export function isSummed(entityRef: string): boolean {
  return SUMMED_KINDS.includes(parseEntityRef(entityRef).kind);
}
