/** The version of a track that could not be put together yet. */
export const NEVER_COMPOSED = 0;

/** What lists show of a track besides what they sort and filter by. */
export interface StoredSummary {
  description?: string;
  /** How many tasks count. */
  tasks: number;
  milestones: number;
  /** Full refs of included tracks that are not there. */
  missing: string[];
}
