import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { assertAllowed } from '@fairlead/backend-routes';
import { runbooksRunbookReadPermission } from '@fairlead/backstage-plugin-runbooks-common';
import {
  EntityStreams,
  EntityVisibility,
  VisibleEntities,
} from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { DbEntityRow } from '../../database/tables';

/** What an answer is restricted to. */
export interface ForVisible {
  visible: VisibleEntities;
}

/** Which entities a caller may read, and with them the runbooks, alerts and incidents of these. */
export interface VisibilityService {
  /**
   * For a request about certain entities, and the runbooks that serve them.
   *
   * @throws NotAllowedError if the caller may not read runbooks
   */
  ofEntities(
    entityRefs: readonly string[],
    options: { credentials: BackstageCredentials },
  ): Promise<VisibleEntities>;

  /**
   * For a request about all entities.
   *
   * @throws NotAllowedError if the caller may not read runbooks
   */
  ofCatalog(options: {
    credentials: BackstageCredentials;
  }): Promise<VisibleEntities>;
}

/** Backstage's catalog decides who reads which entity. */
export class DefaultVisibilityService implements VisibilityService {
  readonly #db: Knex;
  readonly #entities: EntityVisibility;
  readonly #permissions: PermissionsService;

  static create(options: {
    catalog: CatalogService;
    db: Knex;
    permissions: PermissionsService;
    streams?: EntityStreams;
  }): VisibilityService {
    return new DefaultVisibilityService(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    db: Knex;
    permissions: PermissionsService;
    streams?: EntityStreams;
  }) {
    this.#db = options.db;
    this.#permissions = options.permissions;
    this.#entities = EntityVisibility.create({
      ...options,
      listKinds: () =>
        options.db<DbEntityRow>('entities').distinct().pluck('kind'),
    });
  }

  async ofEntities(
    entityRefs: readonly string[],
    options: { credentials: BackstageCredentials },
  ): Promise<VisibleEntities> {
    return this.#entities.ofEntities(
      await this.#decide(options),
      async () => [...entityRefs, ...(await this.#listRunbooksOf(entityRefs))],
      options,
    );
  }

  async ofCatalog(options: {
    credentials: BackstageCredentials;
  }): Promise<VisibleEntities> {
    return this.#entities.ofCatalog(await this.#decide(options), options);
  }

  async #decide(options: { credentials: BackstageCredentials }) {
    const [[entities]] = await Promise.all([
      this.#permissions.authorizeConditional(
        [{ permission: catalogEntityReadPermission }],
        options,
      ),
      assertAllowed(this.#permissions, runbooksRunbookReadPermission, options),
    ]);
    return entities;
  }

  /** The `Runbook` entities that serve any of these, or that are chosen for their alerts. */
  async #listRunbooksOf(entityRefs: readonly string[]): Promise<string[]> {
    const serving = this.#db('runbook_entities')
      .whereIn('entity_ref', [...entityRefs])
      .select('runbook_id');
    const chosen = this.#db('alerts')
      .whereIn('entity_ref', [...entityRefs])
      .whereNotNull('runbook_id')
      .select('runbook_id');
    return this.#db('runbooks')
      .where(either => either.whereIn('id', serving).orWhereIn('id', chosen))
      .whereNotNull('entity_ref')
      .pluck('entity_ref');
  }
}
