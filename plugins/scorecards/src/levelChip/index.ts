export { EntityScorecardLevelChip } from './EntityScorecardLevelChip';
