/**
 * Which entities of the catalog a caller may read: all of them, those with these uids, or those with these refs. Made
 * once a request, and handed to every query of it.
 */
export type Visibility =
  | 'all'
  | { uids: readonly string[] }
  | { refs: readonly string[] };

/** Which payloads a caller may see as they were received: all, or those that belong to entities that the caller may read. */
export type RawVisibility = 'all' | { entities: Visibility };

/** What a `Database…` service may answer from. */
export interface ForVisible {
  visibility: Visibility;
}

/** Sees everything: for the backend's own work. */
export const SEES_ALL: Visibility = 'all';
