import {
  CompiledScorecard,
  DefinitionProblem,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';

/** The version of a scorecard that is in force. */
export interface ScorecardInForce {
  /** Full lower-case entity ref. */
  scorecardRef: string;
  /** Counts up with each change of the definition; 1 for the first. */
  version: number;
  /** When the version took effect, milliseconds since the epoch. */
  since: number;
  definition: ScorecardEntityV1alpha1;
  compiled: CompiledScorecard;
  /** What is wrong with the version now in the catalog; empty when that one is in force. */
  problems: DefinitionProblem[];
}

/** A scorecard of the catalog no version of which was ever good. */
export interface RefusedScorecard {
  scorecardRef: string;
  problems: DefinitionProblem[];
}

/** A version that was in force at some time. */
export interface ScorecardVersion {
  version: number;
  /** Milliseconds since the epoch. */
  since: number;
  /** What changed against the version before, as sentences. */
  changes: string[];
}

/** A version beside the one before it. */
export interface ComparedVersion extends ScorecardVersion {
  definition: ScorecardEntityV1alpha1;
  /** Null for the first version. */
  before: ScorecardEntityV1alpha1 | null;
}

/** The scorecards in force, compiled. Each process keeps them, and looks for newer versions once a second at most. */
export interface ScorecardDefinitions {
  /** In the order of their refs; `fresh` looks for newer versions now. */
  list(options?: { fresh?: boolean }): Promise<ScorecardInForce[]>;

  /** Undefined when there is none in force under that ref. */
  get(scorecardRef: string): Promise<ScorecardInForce | undefined>;

  listRefused(): Promise<RefusedScorecard[]>;

  /** The versions that took effect from `from` until `to` (milliseconds, exclusive), oldest first. */
  listVersions(
    scorecardRef: string,
    range?: { from?: number; to?: number },
  ): Promise<ScorecardVersion[]>;

  /** Undefined for a version that never was. */
  getVersion(
    scorecardRef: string,
    version: number,
  ): Promise<ComparedVersion | undefined>;
}
