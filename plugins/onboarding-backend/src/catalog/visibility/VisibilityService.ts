import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { assertAllowed } from '@fairlead/backend-routes';
import { onboardingTrackReadPermission } from '@fairlead/backstage-plugin-onboarding-common';
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

/** Which entities a caller may read, and with them the tracks. */
export interface VisibilityService {
  /**
   * For a request about certain entities.
   *
   * @throws NotAllowedError if the caller may not read tracks
   */
  ofEntities(
    entityRefs: readonly string[],
    options: { credentials: BackstageCredentials },
  ): Promise<VisibleEntities>;

  /**
   * For a request about all entities.
   *
   * @throws NotAllowedError if the caller may not read tracks
   */
  ofCatalog(options: {
    credentials: BackstageCredentials;
  }): Promise<VisibleEntities>;
}

/** Backstage's catalog decides who reads which entity. */
export class DefaultVisibilityService implements VisibilityService {
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
      async () => [...entityRefs],
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
      assertAllowed(this.#permissions, onboardingTrackReadPermission, options),
    ]);
    return entities;
  }
}
