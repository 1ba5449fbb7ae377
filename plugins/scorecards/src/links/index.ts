export { checkKey } from './checkKey';
export { useEntityScorecardsLink } from './useEntityScorecardsLink';
export type { CheckTarget } from './useEntityScorecardsLink';
