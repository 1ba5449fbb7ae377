export { createScorecardLevelColumn } from './createScorecardLevelColumn';
