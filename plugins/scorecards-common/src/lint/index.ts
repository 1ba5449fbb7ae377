export { lintScorecard } from './lintScorecard';
export { findRepeats } from './findRepeats';
export type { RepeatedCheck } from './findRepeats';
export type { ScorecardFinding, ScorecardLintRule } from './types';
