export * from './collect';
export * from './definitions';
export { percentile } from './percentile';
export * from './reasons';
export * from './summarise';
export * from './types';
export * from './worstJobs';
