/** What a sync did, by the refs of the entities. */
export interface EntitySyncOutcome {
  /** New or changed. */
  changed: string[];
  removed: string[];
}
