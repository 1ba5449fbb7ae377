import { Evidence } from '../results';
import { Outcome } from './outcome';
import { EvaluationInput } from './types';

/** What judges an entity for a check, by its rule or by the answers to its question. */
export interface CheckJudge {
  evaluate(input: EvaluationInput): Outcome;
  /** Why it came to that, in a plain sentence, and the values that decided. */
  explain(input: EvaluationInput): { reason: string; evidence: Evidence[] };
}
