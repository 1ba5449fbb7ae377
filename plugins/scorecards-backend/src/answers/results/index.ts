export * from './entity';
export * from './history/days';
export * from './isoTime';
export * from './owner';
export * from './Scope';
export * from './scorecard';
export { ScorecardVersionCache } from './ScorecardVersionCache';
export { emptyLevels } from './Totals';
