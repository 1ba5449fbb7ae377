import { Fact } from '@fairlead/backstage-plugin-scorecards-common';

/** The stored facts: the newest value of each fact of each entity. */
export interface FactStore {
  /** The facts of one entity by id, with their state at `now`. Empty for an unknown entity. */
  list(entityRef: string, options?: { now?: number }): Promise<Fact[]>;

  /** The facts of many entities; an entity without facts has no key. Restricted to `factIds` where given. */
  listByEntities(
    entityRefs: readonly string[],
    options?: { factIds?: readonly string[]; now?: number },
  ): Promise<Map<string, Fact[]>>;
}
