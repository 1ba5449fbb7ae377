import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** Full refs in lower case, each once, in their order; what is none is left out. */
export function readRefs(refs: readonly string[]): string[] {
  const read = refs.flatMap(ref => {
    try {
      return [stringifyEntityRef(parseEntityRef(ref))];
    } catch {
      return [];
    }
  });
  return [...new Set(read)].sort();
}
