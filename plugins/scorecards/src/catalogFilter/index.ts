export { EntityScorecardLevelPicker } from './EntityScorecardLevelPicker';
