import { Entity } from '@backstage/catalog-model';

/** The ref of a stored entity, and since when the catalog answers it no more. */
export interface StoredRef {
  entityRef: string;
  /** Milliseconds since the epoch. */
  missingSince?: number;
}

/** The entities of the catalog as last synced. */
export interface EntityStore {
  /** Writes those that are new or changed. Answers their refs. */
  put(entities: readonly Entity[]): Promise<string[]>;

  /** Removes entities, and with them what the family ties to them. */
  remove(entityRefs: readonly string[]): Promise<void>;

  /** Notes that these entities are missing from the catalog, since now unless since before, and no others. */
  setMissing(entityRefs: readonly string[]): Promise<void>;

  /** Does what follows from several entities at once. */
  settle(): Promise<void>;

  /** The refs out of these that are stored. */
  known(entityRefs: readonly string[]): Promise<Set<string>>;

  /** All refs, page by page. */
  refs(): AsyncIterable<StoredRef[]>;
}
