import { ContributionKind } from '@fairlead/backstage-plugin-onboarding-common';

/**
 * Work of one person that a record shows.
 *
 * @public
 */
export interface Contribution {
  kind: ContributionKind;
  /** Stable; a contribution of the same key takes the place of the one before. */
  key: string;
  /** Whose it is: a user's ref, or whatever else stands for a person in the records of the source. */
  person: string;
  /** ISO 8601. */
  at: string;
  /** Full refs of the entities that it is about. */
  entityRefs: readonly string[];
  /** For example `acme/shop`. */
  repository?: string;
  title?: string;
  /** Where a person can look at it. */
  url?: string;
  /** Of a change: by whom it was made. */
  origin?: 'person' | 'agent' | 'unknown';
}

/** A contribution that is no more, or never should have counted. @public */
export interface RemovedContribution {
  kind: 'removed';
  key: string;
}

/** A page of contributions, and where the next one begins. @public */
export interface ContributionPage {
  contributions: readonly (Contribution | RemovedContribution)[];
  /** Stored with the contributions in one transaction; handed to the next run. */
  cursor: string;
}

/**
 * Where contributions come from.
 *
 * @public
 */
export interface ContributionSource {
  /** Lower case words joined by `-`; its position is stored under it. */
  id: string;
  /** Answers what is new since the cursor, page by page. Contributions may come again, and in any order. */
  observe(options: {
    /** Of the last page that was stored; undefined at the beginning. */
    cursor: string | undefined;
    signal: AbortSignal;
  }): AsyncIterable<ContributionPage>;
  /**
   * What stands for users in its contributions. Left out where that is their ref alone. Asked for again when a user of
   * the catalog changes, since a login may become known later.
   */
  identify?(
    userRefs: readonly string[],
  ): Promise<{ userRef: string; persons: readonly string[] }[]>;
}
