import { VisibleEntities } from '@fairlead/catalog-copy';

/** Which entities of the catalog a caller may read: delivery has no conditions of its own. */
export type Visibility = VisibleEntities;

/** Which payloads a caller may see as they were received: all, or those that belong to entities that the caller may read. */
export type RawVisibility = 'all' | { entities: Visibility };

/** What a `Database…` service may answer from. */
export interface ForVisible {
  visibility: Visibility;
}
