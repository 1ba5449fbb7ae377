import { DefinitionProblem } from '../scorecard';
import { FactSourceStatus } from './types';

/** How much work a check is, among the most costly. @public */
export interface CostlyCheck {
  scorecardRef: string;
  checkId: string;
  title: string;
  /** Of one evaluation, in steps that take some 50 ns at most. */
  steps: number;
  /** How many evaluations of this process that is the mean of. */
  samples: number;
}

/** A fact that rules ask for and nothing delivers. @public */
export interface MissingFact {
  factId: string;
  /** `undeclared`: nobody says what it is. `never-received`: somebody does, and no entity has it. */
  state: 'undeclared' | 'never-received';
  /** The scorecards that ask for it. */
  scorecardRefs: string[];
}

/** A scorecard whose newest version is refused. @public */
export interface RefusedDefinition {
  scorecardRef: string;
  problems: DefinitionProblem[];
  /** The last good version, which goes on; null where there never was one. */
  versionInForce: number | null;
}

/** `GET /health`: how the plugin itself is doing, for those who run it. @public */
export interface HealthResponse {
  at: string;
  evaluation: {
    /** Entities that are due. */
    due: number;
    /** Since when the oldest of them is; null while none is. */
    oldestDueAt: string | null;
    /** Entities that a process has in hand. */
    leased: number;
    /** Entities that a process had in hand for too long; another takes them over. */
    leasesOver: number;
    /** Scorecards that not all entities are judged by with the version in force. */
    unfinished: string[];
  };
  sources: FactSourceStatus[];
  /** The most costly first; at most ten. */
  costlyChecks: CostlyCheck[];
  missingFacts: MissingFact[];
  refused: RefusedDefinition[];
}
