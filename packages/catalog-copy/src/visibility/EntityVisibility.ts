import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  ConditionalPolicyDecision,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { EntityStreams } from '../streams/EntityStreams';
import { readTermConditions } from './readTermConditions';
import { SEES_NOTHING, VisibleEntities } from './Visibility';
import { VisibleRefs } from './VisibleRefs';
import { VisibleSets } from './VisibleSets';

export interface EntityVisibilityOptions {
  catalog: CatalogService;
  /** Answers the kinds, in lower case, that an answer can show. */
  listKinds: () => Promise<readonly string[]>;
  permissions: PermissionsService;
  /** Tell whether the catalog has changed; absent where nobody does. */
  streams?: Pick<EntityStreams, 'readRevision'>;
}

/**
 * Makes of a decision of the permission policy about catalog entities which of them a caller may read.
 *
 * @remarks
 *
 * The conditions of the catalog's own rules are decided by the copy. Where the policy uses another rule, the catalog is
 * asked with the caller's credentials, for as long as {@link VisibleRefs} and {@link VisibleSets} say.
 */
export class EntityVisibility {
  readonly #catalog: CatalogService;
  readonly #listKinds: () => Promise<readonly string[]>;
  readonly #permissions: PermissionsService;
  readonly #refs: VisibleRefs;
  readonly #sets: VisibleSets;

  static create(options: EntityVisibilityOptions): EntityVisibility {
    return new EntityVisibility(options);
  }

  private constructor(options: EntityVisibilityOptions) {
    this.#catalog = options.catalog;
    this.#listKinds = options.listKinds;
    this.#permissions = options.permissions;
    const readRevision = async () => options.streams?.readRevision();
    this.#refs = new VisibleRefs({ readRevision });
    this.#sets = new VisibleSets({ readRevision });
  }

  /** For a request about the entities that `listRefs` answers, which is asked only where the catalog is. */
  async ofEntities(
    decision: PolicyDecision,
    listRefs: () => Promise<readonly string[]>,
    options: { credentials: BackstageCredentials },
  ): Promise<VisibleEntities> {
    return this.#read(decision, async conditional => ({
      refs: await this.#refs.filter({
        decision: conditional,
        entityRefs: await listRefs(),
        askCatalog: async entityRefs => {
          const { items } = await this.#catalog.getEntitiesByRefs(
            { entityRefs: [...entityRefs], fields: ['kind'] },
            options,
          );
          return items.map(Boolean);
        },
        decideAgain: () => this.#decideAgain(options),
      }),
    }));
  }

  /** For a request about all entities. */
  async ofCatalog(
    decision: PolicyDecision,
    options: { credentials: BackstageCredentials },
  ): Promise<VisibleEntities> {
    return this.#read(decision, async conditional => ({
      uids: await this.#sets.read({
        decision: conditional,
        caller: JSON.stringify(options.credentials.principal),
        askCatalog: () => this.#askForUids(options),
        decideAgain: () => this.#decideAgain(options),
      }),
    }));
  }

  async #decideAgain(options: {
    credentials: BackstageCredentials;
  }): Promise<PolicyDecision> {
    const [again] = await this.#permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      options,
    );
    return again;
  }

  async #askForUids(options: {
    credentials: BackstageCredentials;
  }): Promise<string[]> {
    const { facets } = await this.#catalog.getEntityFacets(
      {
        facets: ['metadata.uid'],
        filter: { kind: [...(await this.#listKinds())] },
      },
      options,
    );
    return facets['metadata.uid'].map(({ value }) => value);
  }

  async #read(
    decision: PolicyDecision,
    askCatalog: (
      decision: ConditionalPolicyDecision,
    ) => Promise<VisibleEntities>,
  ): Promise<VisibleEntities> {
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return 'all';
      case AuthorizeResult.CONDITIONAL: {
        const conditions = readTermConditions(decision.conditions);
        return conditions ? { conditions } : askCatalog(decision);
      }
      default:
        return SEES_NOTHING;
    }
  }
}
