export { Sparkline } from './Sparkline';
export { type DrawnWait, useWaitSegments } from './useWaitSegments';
