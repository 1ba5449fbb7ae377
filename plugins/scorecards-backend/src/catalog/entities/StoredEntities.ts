import { Entity } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';

/** The entities of the catalog as last synced, to read. */
export interface StoredEntities {
  /** When each was last seen to change, ISO 8601. */
  lastChanged(entityRefs: readonly string[]): Promise<Map<string, string>>;

  /** The entities, page by page, in the order of their refs. */
  pages(options?: {
    filter?: FilterPredicate;
    entityRefs?: Iterable<string>;
  }): AsyncIterable<Entity[]>;
}
