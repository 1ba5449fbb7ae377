import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { BasicPermission } from '@backstage/plugin-permission-common';
import { RawVisibility, Visibility } from './Visibility';

export interface VisibilityOptions {
  credentials: BackstageCredentials;
  /**
   * What the caller wants to do with the entities.
   *
   * @defaultValue `delivery.measure.read`
   */
  permission?: BasicPermission;
}

/**
 * Asks once a request what the caller may see: each permission once, and the catalog at most once, however many entities
 * there are. Each method throws a NotAllowedError, naming the permission, for a caller without it.
 */
export interface VisibilityService {
  /** For a request about these entities and nothing that belongs to them. */
  ofEntities(
    entityRefs: readonly string[],
    options: VisibilityOptions,
  ): Promise<Visibility>;

  /** For a request about all entities, or about those of a group, a system or a domain. */
  ofCatalog(options: VisibilityOptions): Promise<Visibility>;

  /** For a request about what was received. */
  ofRaw(options: VisibilityOptions): Promise<RawVisibility>;
}
