export * from './collectMeasure';
export * from './definitions';
export { FEWEST } from './few';
export * from './ofOrigin';
export { percentile } from './percentile';
export * from './reasons';
export { summariseMeasure, type SummaryOptions } from './summariseMeasure';
export * from './types';
export * from './worstJobs';
