import { DefinitionProblem } from '../scorecard';

/**
 * What linting looks for in a definition that is valid.
 *
 * @public
 */
export type ScorecardLintRule =
  | 'scorecard-never-applies'
  | 'check-never-applies'
  | 'check-never-passes'
  | 'check-never-fails'
  | 'check-repeats'
  | 'level-crowded'
  | 'level-empty'
  | 'agent-share-target';

/**
 * What a valid definition had better not say, and where.
 *
 * @public
 */
export interface ScorecardFinding extends DefinitionProblem {
  rule: ScorecardLintRule;
}
