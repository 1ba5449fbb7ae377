export { compareChecks, type ComparedCheck } from './compareChecks';
export { diffScorecards } from './diffScorecards';
export { isScorecardEntity } from './isScorecardEntity';
export { parseScorecardYaml, readScorecardYaml } from './parseScorecardYaml';
export type { ParsedScorecardYaml, SourceProblem } from './parseScorecardYaml';
export { createScorecardSchema } from './scorecardSchema';
export type { SourcePositions, SourceRange } from './SourcePositions';
export * from './types';
export { validateScorecard } from './validateScorecard';
