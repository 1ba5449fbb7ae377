import { EntityLookup } from '../../intake/facts/DatabaseFactSink';
import { EntityStore } from './EntityStore';
import { EntitySync } from './EntitySync';

/** Finds entities among those stored, and the rest in the catalog: facts may come before the next sync does. */
export function createEntityLookup(options: {
  entities: EntityStore;
  sync: EntitySync;
}): EntityLookup {
  return {
    async find(entityRefs) {
      const refs = [...new Set(entityRefs)];
      const known = await options.entities.known(refs);
      const missing = refs.filter(ref => !known.has(ref));
      if (missing.length > 0) {
        const added = await options.sync.add(missing);
        added.forEach(ref => known.add(ref));
      }
      return known;
    },
  };
}
