import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Visibility } from './Visibility';

/**
 * Asks once a request what the caller may see: one call to the permission service, and at most one to the catalog,
 * however many entities there are.
 */
export interface VisibilityService {
  /** For a request about the entities that it names. Throws a NotAllowedError when results may not be read at all. */
  ofEntities(
    entityRefs: readonly string[],
    options: { credentials: BackstageCredentials },
  ): Promise<Visibility>;

  /** For a request about all entities. Throws a NotAllowedError when results may not be read at all. */
  ofCatalog(options: {
    credentials: BackstageCredentials;
  }): Promise<Visibility>;

  /** For a request about no entity. Throws a NotAllowedError when results may not be read at all. */
  assertReader(options: { credentials: BackstageCredentials }): Promise<void>;
}
