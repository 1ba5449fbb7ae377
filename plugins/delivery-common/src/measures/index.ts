export * from './collectMeasure';
export * from './definitions';
export { percentile } from './percentile';
export * from './reasons';
export * from './summariseMeasure';
export * from './types';
export * from './worstJobs';
