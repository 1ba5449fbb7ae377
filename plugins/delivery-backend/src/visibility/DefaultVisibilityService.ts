import { PermissionsService } from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { assertAllowed } from '@fairlead/backend-routes';
import { deliveryMeasureReadPermission } from '@fairlead/backstage-plugin-delivery-common';
import { KNOWN_KINDS } from '../entities/knownKinds';
import { Visibility } from './Visibility';
import { VisibilityOptions, VisibilityService } from './VisibilityService';

const NOTHING: Visibility = { refs: [] };

/** Backstage's catalog decides who reads which entity. */
export class DefaultVisibilityService implements VisibilityService {
  readonly #catalog: CatalogService;
  readonly #permissions: PermissionsService;

  static create(options: {
    catalog: CatalogService;
    permissions: PermissionsService;
  }): DefaultVisibilityService {
    return new DefaultVisibilityService(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    permissions: PermissionsService;
  }) {
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
  }

  async ofEntities(
    entityRefs: readonly string[],
    options: VisibilityOptions,
  ): Promise<Visibility> {
    return this.#resolve(options, async () => {
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs: [...entityRefs], fields: ['kind'] },
        options,
      );
      return { refs: entityRefs.filter((_, index) => items[index]) };
    });
  }

  async ofCatalog(options: VisibilityOptions): Promise<Visibility> {
    return this.#resolve(options, async () => {
      const { facets } = await this.#catalog.getEntityFacets(
        { facets: ['metadata.uid'], filter: { kind: [...KNOWN_KINDS] } },
        options,
      );
      return { uids: facets['metadata.uid'].map(({ value }) => value) };
    });
  }

  async #resolve(
    options: VisibilityOptions,
    queryCatalog: () => Promise<Visibility>,
  ): Promise<Visibility> {
    const { credentials, permission = deliveryMeasureReadPermission } = options;
    const [[entities]] = await Promise.all([
      this.#permissions.authorizeConditional(
        [{ permission: catalogEntityReadPermission }],
        { credentials },
      ),
      assertAllowed(this.#permissions, permission, { credentials }),
    ]);
    switch (entities.result) {
      case AuthorizeResult.ALLOW:
        return 'all';
      case AuthorizeResult.CONDITIONAL:
        return queryCatalog();
      default:
        return NOTHING;
    }
  }
}
