import { Entity } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';

/** The entities of the catalog as last synced. */
export interface EntityStore {
  /** Writes those that are new or changed, makes them due, and answers their refs. */
  put(entities: readonly Entity[]): Promise<string[]>;

  /** Removes entities with their facts and results. */
  remove(entityRefs: readonly string[]): Promise<void>;

  /** Carries the domain of each system to its parts. */
  spreadDomains(): Promise<void>;

  /** The refs out of these that are stored. */
  known(entityRefs: readonly string[]): Promise<Set<string>>;

  /** When each was last seen to change, ISO 8601. */
  lastChanged(entityRefs: readonly string[]): Promise<Map<string, string>>;

  /** All refs, page by page. */
  refs(): AsyncIterable<string[]>;

  /** The entities, page by page, in the order of their refs. */
  pages(options?: {
    filter?: FilterPredicate;
    entityRefs?: Iterable<string>;
  }): AsyncIterable<Entity[]>;
}
