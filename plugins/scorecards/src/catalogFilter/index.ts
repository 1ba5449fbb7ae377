export { EntityScorecardLevelFilter } from './EntityScorecardLevelFilter';
export { EntityScorecardLevelPicker } from './EntityScorecardLevelPicker';
