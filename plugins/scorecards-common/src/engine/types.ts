import { Entity } from '@backstage/catalog-model';
import { GivenAnswer } from '../attestations';
import { Fact } from '../facts';
import { CheckStatus, Evidence, NextLevel, ScoreParts } from '../results';
import { ScorecardEntityV1alpha1 } from '../scorecard';

/**
 * A waiver in force, as far as evaluation needs it.
 *
 * @public
 */
export interface ActiveWaiver {
  id: string;
  checkId: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

/**
 * All that a scorecard is judged from. Nothing else enters: the same input gives the same evaluation.
 *
 * @public
 */
export interface EvaluationInput {
  entity: Entity;
  /** The facts of the entity by id. Staleness is judged here, from `expiresAt` and `observedAt`; a stored `stale` is ignored. */
  facts: ReadonlyMap<string, Fact>;
  waivers?: readonly ActiveWaiver[];
  /** The newest answer of each team to the questions of the scorecard. */
  answers?: readonly GivenAnswer[];
  /** Milliseconds since the epoch. */
  now: number;
}

/**
 * What one check came to.
 *
 * @public
 */
export interface CheckEvaluation {
  id: string;
  status: CheckStatus;
  /** A plain sentence; empty when explanation is off. */
  reason: string;
  /** The values that decided; empty when explanation is off. */
  evidence: Evidence[];
  /** Set while the check is announced only: ISO 8601. */
  countsFrom?: string;
  waiverId?: string;
}

/**
 * What one scorecard came to for one entity.
 *
 * @public
 */
export interface ScorecardEvaluation {
  level: string | null;
  score: number | null;
  scoreParts: ScoreParts;
  next: NextLevel | null;
  /** In the order of the definition. */
  checks: CheckEvaluation[];
  /**
   * The earliest time at which the clock alone may change something, milliseconds since the epoch; undefined for never.
   * With explanation on that includes the reasons and the evidence, without it only statuses, level and score.
   */
  nextChangeAt?: number;
}

/**
 * How much work a check is.
 *
 * @public
 */
export interface CheckCost {
  checkId: string;
  /** Of one evaluation, in steps that take some 50 ns at most. */
  steps: number;
  /** How many evaluations that is the mean of. */
  samples: number;
}

/**
 * A definition made ready for many evaluations. Compile once, keep, and call.
 *
 * @public
 */
export interface CompiledScorecard {
  readonly definition: ScorecardEntityV1alpha1;
  /** All facts that any of its rules reads. */
  readonly factIds: readonly string[];
  /** Whether any of its checks is a question, so that it is judged from answers as well. */
  readonly hasQuestions: boolean;
  /**
   * The work of all evaluations so far, counted in steps that take some 50 ns at most. Whoever evaluates many entities
   * lets others have the event loop after so many of them.
   */
  readonly steps: number;
  /** How much of that each check is, from one in 64 evaluations; empty before the first. */
  readonly checkCosts: readonly CheckCost[];
  /** False, too, for an entity on which finding out takes more work than an evaluation may do. */
  appliesTo(entity: Entity): boolean;
  evaluate(
    input: EvaluationInput,
    options?: { explain?: boolean },
  ): ScorecardEvaluation;
}
