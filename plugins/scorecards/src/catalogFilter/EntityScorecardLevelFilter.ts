import {
  Entity,
  stringifyEntityRef,
  parseEntityRef,
} from '@backstage/catalog-model';
import { EntityFilter } from '@backstage/plugin-catalog-react';

/**
 * The catalog is asked for names in the query string of a GET request, which servers and proxies cut off at some
 * length; a cursor carries the names a second time.
 */
export const MOST_NAMES_ASKED_FOR = 100;

/**
 * Leaves the entities that stand at some levels. Up to {@link MOST_NAMES_ASKED_FOR} of them the catalog does it, so that pages
 * are full and totals right; beyond, each page is filtered as it comes.
 *
 * @public
 */
export class EntityScorecardLevelFilter implements EntityFilter {
  readonly values: string[];
  readonly #entityRefs: ReadonlySet<string>;

  /**
   * @param values - what is chosen, as kept in the URL
   * @param entityRefs - the entities at these levels
   */
  constructor(values: string[], entityRefs: Iterable<string>) {
    this.values = values;
    this.#entityRefs = new Set(entityRefs);
  }

  getCatalogFilters(): Record<string, string[]> {
    const names = new Set(
      Array.from(this.#entityRefs, ref => parseEntityRef(ref).name),
    );
    if (names.size > MOST_NAMES_ASKED_FOR) {
      return {};
    }
    // An empty list of names would let everything through; no entity has an empty name.
    return { 'metadata.name': names.size > 0 ? [...names] : [''] };
  }

  filterEntity(entity: Entity): boolean {
    return this.#entityRefs.has(stringifyEntityRef(entity));
  }

  toQueryValue(): string[] {
    return this.values;
  }
}
