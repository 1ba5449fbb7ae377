import { KnownEntity } from './readEntity';

/** The copy of what is needed of the catalog. */
export interface EntityStore {
  /** Writes those that are new or changed, with what they claim, who owns them and who they are. Answers their refs. */
  put(entities: readonly KnownEntity[]): Promise<string[]>;

  /** Removes entities and their claims. Who owned them is remembered, should they come back. */
  remove(entityRefs: readonly string[]): Promise<void>;

  /** All refs, page by page. */
  refs(): AsyncIterable<string[]>;
}
