import { PermissionCriteria } from '@backstage/plugin-permission-common';

/** A property that an entity has to have, lower case throughout. */
export interface TermCondition {
  /** Dotted path. */
  key: string;
  /** One of these; absent where it only has to be there. */
  values?: readonly string[];
}

/**
 * Which entities of the catalog a caller may read: all of them, those that fulfil conditions, or those with these uids or
 * refs. Made once a request, and handed to every query of it.
 */
export type VisibleEntities =
  | 'all'
  | { conditions: PermissionCriteria<TermCondition> }
  | { uids: readonly string[] }
  | { refs: readonly string[] };

/** No entities. */
export const SEES_NOTHING: VisibleEntities = { refs: [] };
