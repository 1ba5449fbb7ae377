export { Sparkline } from './Sparkline';
export { useWaitSegments } from './useWaitSegments';
