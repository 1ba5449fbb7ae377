import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { ConditionTransformer } from '@backstage/plugin-permission-node';
import { scorecardsResultReadPermission } from '@fairlead/backstage-plugin-scorecards-common';
import { ScorecardResultFilter } from '@fairlead/backstage-plugin-scorecards-node';
import { ScoredEntities } from './ScoredEntities';
import { Visibility } from './Visibility';
import { VisibilityService } from './VisibilityService';

const NOTHING: Pick<Visibility, 'entities' | 'scorecards'> = {
  entities: { refs: [] },
  scorecards: [],
};

const EVERYTHING: Pick<Visibility, 'entities' | 'scorecards'> = {
  entities: 'all',
  scorecards: 'all',
};

/** Backstage's catalog decides who reads which entity; our own policy may narrow the results further. */
export class DefaultVisibilityService implements VisibilityService {
  readonly #permissions: PermissionsService;
  readonly #catalog: CatalogService;
  readonly #scored: ScoredEntities;
  readonly #transformConditions: ConditionTransformer<ScorecardResultFilter>;

  static create(options: {
    permissions: PermissionsService;
    catalog: CatalogService;
    scored: ScoredEntities;
    transformConditions: ConditionTransformer<ScorecardResultFilter>;
  }): DefaultVisibilityService {
    return new DefaultVisibilityService(options);
  }

  private constructor(options: {
    permissions: PermissionsService;
    catalog: CatalogService;
    scored: ScoredEntities;
    transformConditions: ConditionTransformer<ScorecardResultFilter>;
  }) {
    this.#permissions = options.permissions;
    this.#catalog = options.catalog;
    this.#scored = options.scored;
    this.#transformConditions = options.transformConditions;
  }

  async ofEntities(
    entityRefs: readonly string[],
    options: { credentials: BackstageCredentials },
  ): Promise<Visibility> {
    return this.#resolve(options.credentials, async () => {
      const scorecardRefs = await this.#scored.listScorecardRefs();
      const asked = [...entityRefs, ...scorecardRefs];
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs: asked, fields: ['kind'] },
        options,
      );
      const refs = asked.filter((_, index) => items[index]);
      const visible = new Set(refs);
      return {
        entities: { refs },
        scorecards: scorecardRefs.filter(ref => visible.has(ref)),
      };
    });
  }

  async ofCatalog(options: {
    credentials: BackstageCredentials;
  }): Promise<Visibility> {
    return this.#resolve(options.credentials, async () => {
      const { facets } = await this.#catalog.getEntityFacets(
        {
          facets: ['metadata.uid'],
          filter: { kind: await this.#scored.listKinds() },
        },
        options,
      );
      const uids = facets['metadata.uid'].map(({ value }) => value);
      return {
        entities: { uids },
        scorecards: await this.#scored.listScorecardRefsByUids(uids),
      };
    });
  }

  async assertReader(options: {
    credentials: BackstageCredentials;
  }): Promise<void> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: scorecardsResultReadPermission }],
      options,
    );
    this.#readResultDecision(decision);
  }

  async #resolve(
    credentials: BackstageCredentials,
    queryCatalog: () => Promise<Pick<Visibility, 'entities' | 'scorecards'>>,
  ): Promise<Visibility> {
    const [results, entities] = await this.#permissions.authorizeConditional(
      [
        { permission: scorecardsResultReadPermission },
        { permission: catalogEntityReadPermission },
      ],
      { credentials },
    );
    return {
      results: this.#readResultDecision(results),
      ...(await this.#readEntityDecision(entities, queryCatalog)),
    };
  }

  #readResultDecision(decision: PolicyDecision): Visibility['results'] {
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return 'all';
      case AuthorizeResult.CONDITIONAL:
        return this.#transformConditions(decision.conditions);
      default:
        throw new NotAllowedError(
          `You need the permission '${scorecardsResultReadPermission.name}' to read scorecard results`,
        );
    }
  }

  async #readEntityDecision(
    decision: PolicyDecision,
    queryCatalog: () => Promise<Pick<Visibility, 'entities' | 'scorecards'>>,
  ) {
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return EVERYTHING;
      case AuthorizeResult.CONDITIONAL:
        return queryCatalog();
      default:
        return NOTHING;
    }
  }
}
