/** What a badge says. `level` is null for an entity below the first level. */
export interface Badge {
  scorecardRef: string;
  /** Undefined when there is no result, be it unknown or hidden: a badge gives nothing away about which. */
  standing?: { level: string | null; levels: readonly string[] };
}
