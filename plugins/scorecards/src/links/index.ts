export { checkKey } from './checkKey';
export { isWebLink } from './isWebLink';
export { useEntityScorecardsLink } from './useEntityScorecardsLink';
export type { CheckTarget } from './useEntityScorecardsLink';
