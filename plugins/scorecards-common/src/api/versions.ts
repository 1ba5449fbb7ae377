import { ScorecardEntityV1alpha1 } from '../scorecard';

/** A version of a scorecard that was in force at some time. @public */
export interface ScorecardVersionSummary {
  /** Counts up with each change of the definition; 1 for the first. */
  version: number;
  /** When it took effect, ISO 8601. */
  since: string;
  /** What changed against the version before, as sentences. */
  changes: string[];
}

/** `GET /scorecards/:namespace/:name/versions`, newest first. @public */
export interface ScorecardVersionsResponse {
  items: ScorecardVersionSummary[];
  totalItems: number;
}

/** `GET /scorecards/:namespace/:name/versions/:version`: a version beside the one before it. @public */
export interface ScorecardVersionResponse extends ScorecardVersionSummary {
  scorecardRef: string;
  definition: ScorecardEntityV1alpha1;
  /** Null for the first version. */
  before: ScorecardEntityV1alpha1 | null;
}
