import { PermissionsService } from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  deliveryMeasureReadPermission,
  deliveryRawReadPermission,
} from '@fairlead/backstage-plugin-delivery-common';
import { EntityStreams, EntityVisibility } from '@fairlead/catalog-copy';
import { KNOWN_KINDS } from '../entities/knownKinds';
import { RawVisibility, Visibility } from './Visibility';
import { VisibilityOptions, VisibilityService } from './VisibilityService';

/** Backstage's catalog decides who reads which entity. */
export class DefaultVisibilityService implements VisibilityService {
  readonly #entities: EntityVisibility;
  readonly #permissions: PermissionsService;

  static create(options: {
    catalog: CatalogService;
    permissions: PermissionsService;
    streams?: EntityStreams;
  }): DefaultVisibilityService {
    return new DefaultVisibilityService(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    permissions: PermissionsService;
    streams?: EntityStreams;
  }) {
    this.#entities = EntityVisibility.create({
      ...options,
      listKinds: async () => KNOWN_KINDS,
    });
    this.#permissions = options.permissions;
  }

  async ofEntities(
    entityRefs: readonly string[],
    options: VisibilityOptions,
  ): Promise<Visibility> {
    const [entities] = await this.#decide(options);
    return this.#entities.ofEntities(entities, async () => entityRefs, options);
  }

  async ofCatalog(options: VisibilityOptions): Promise<Visibility> {
    const [entities] = await this.#decide(options);
    return this.#entities.ofCatalog(entities, options);
  }

  async ofRaw(options: VisibilityOptions): Promise<RawVisibility> {
    const [entities, raw] = await this.#decide(options, [
      deliveryRawReadPermission,
    ]);
    return raw.result === AuthorizeResult.ALLOW
      ? 'all'
      : { entities: await this.#entities.ofCatalog(entities, options) };
  }

  /** What the policy says of catalog entities and of `others`, once it has let the caller do what is wanted at all. */
  async #decide(
    {
      credentials,
      permission = deliveryMeasureReadPermission,
    }: VisibilityOptions,
    others: readonly BasicPermission[] = [],
  ): Promise<PolicyDecision[]> {
    const [[entities], [wanted, ...decisions]] = await Promise.all([
      this.#permissions.authorizeConditional(
        [{ permission: catalogEntityReadPermission }],
        { credentials },
      ),
      this.#permissions.authorize(
        [permission, ...others].map(each => ({ permission: each })),
        { credentials },
      ),
    ]);
    if (wanted.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`You need the permission '${permission.name}'`);
    }
    return [entities, ...decisions];
  }
}
