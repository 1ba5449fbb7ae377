import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { readTermConditions } from './readTermConditions';
import { SEES_NOTHING, VisibleEntities } from './Visibility';

/**
 * Makes of a decision of the permission policy about catalog entities which of them a caller may read.
 *
 * @remarks
 *
 * The conditions of the catalog's own rules are decided by the copy. Where the policy uses another rule, the catalog is
 * asked once with the caller's credentials.
 */
export class EntityVisibility {
  readonly #catalog: CatalogService;
  readonly #listKinds: () => Promise<readonly string[]>;

  /** @param options - `listKinds` answers the kinds, in lower case, that an answer can show */
  static create(options: {
    catalog: CatalogService;
    listKinds: () => Promise<readonly string[]>;
  }): EntityVisibility {
    return new EntityVisibility(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    listKinds: () => Promise<readonly string[]>;
  }) {
    this.#catalog = options.catalog;
    this.#listKinds = options.listKinds;
  }

  /** For a request about the entities that `listRefs` answers, which is asked only where the catalog is. */
  async ofEntities(
    decision: PolicyDecision,
    listRefs: () => Promise<readonly string[]>,
    options: { credentials: BackstageCredentials },
  ): Promise<VisibleEntities> {
    return this.#read(decision, async () => {
      const entityRefs = await listRefs();
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs: [...entityRefs], fields: ['kind'] },
        options,
      );
      return { refs: entityRefs.filter((_, index) => items[index]) };
    });
  }

  /** For a request about all entities. */
  async ofCatalog(
    decision: PolicyDecision,
    options: { credentials: BackstageCredentials },
  ): Promise<VisibleEntities> {
    return this.#read(decision, async () => {
      const { facets } = await this.#catalog.getEntityFacets(
        {
          facets: ['metadata.uid'],
          filter: { kind: [...(await this.#listKinds())] },
        },
        options,
      );
      return { uids: facets['metadata.uid'].map(({ value }) => value) };
    });
  }

  async #read(
    decision: PolicyDecision,
    askCatalog: () => Promise<VisibleEntities>,
  ): Promise<VisibleEntities> {
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return 'all';
      case AuthorizeResult.CONDITIONAL: {
        const conditions = readTermConditions(decision.conditions);
        return conditions ? { conditions } : askCatalog();
      }
      default:
        return SEES_NOTHING;
    }
  }
}
