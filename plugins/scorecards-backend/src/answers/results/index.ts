export * from './entity';
export * from './history/days';
export * from './owner';
export * from './scorecard';
export { emptyLevels } from './Totals';
