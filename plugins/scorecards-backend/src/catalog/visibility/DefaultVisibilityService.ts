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
import {
  EntityStreams,
  EntityVisibility,
  VisibleEntities,
} from '@fairlead/catalog-copy';
import { ScoredEntities } from './ScoredEntities';
import { Visibility } from './Visibility';
import { VisibilityService } from './VisibilityService';

/** Backstage's catalog decides who reads which entity; our own policy may narrow the results further. */
export class DefaultVisibilityService implements VisibilityService {
  readonly #entities: EntityVisibility;
  readonly #permissions: PermissionsService;
  readonly #scored: ScoredEntities;
  readonly #transformConditions: ConditionTransformer<ScorecardResultFilter>;

  static create(options: {
    permissions: PermissionsService;
    catalog: CatalogService;
    scored: ScoredEntities;
    streams?: EntityStreams;
    transformConditions: ConditionTransformer<ScorecardResultFilter>;
  }): DefaultVisibilityService {
    return new DefaultVisibilityService(options);
  }

  private constructor(options: {
    permissions: PermissionsService;
    catalog: CatalogService;
    scored: ScoredEntities;
    streams?: EntityStreams;
    transformConditions: ConditionTransformer<ScorecardResultFilter>;
  }) {
    this.#entities = EntityVisibility.create({
      ...options,
      listKinds: () => options.scored.listKinds(),
    });
    this.#permissions = options.permissions;
    this.#scored = options.scored;
    this.#transformConditions = options.transformConditions;
  }

  async ofEntities(
    entityRefs: readonly string[],
    options: { credentials: BackstageCredentials },
  ): Promise<Visibility> {
    return this.#resolve(options, decision =>
      this.#entities.ofEntities(
        decision,
        async () => [
          ...entityRefs,
          ...(await this.#scored.listScorecardRefs('all')),
        ],
        options,
      ),
    );
  }

  async ofCatalog(options: {
    credentials: BackstageCredentials;
  }): Promise<Visibility> {
    return this.#resolve(options, decision =>
      this.#entities.ofCatalog(decision, options),
    );
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
    options: { credentials: BackstageCredentials },
    readDecision: (entities: PolicyDecision) => Promise<VisibleEntities>,
  ): Promise<Visibility> {
    const [results, decision] = await this.#permissions.authorizeConditional(
      [
        { permission: scorecardsResultReadPermission },
        { permission: catalogEntityReadPermission },
      ],
      options,
    );
    const readable = this.#readResultDecision(results);
    const entities = await readDecision(decision);
    return {
      results: readable,
      entities,
      scorecards:
        entities === 'all'
          ? 'all'
          : await this.#scored.listScorecardRefs(entities),
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
}
