export { useLevelSegments } from './useLevelSegments';
export { useStatusSegments } from './useStatusSegments';
