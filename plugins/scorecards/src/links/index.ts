export { checkKey } from './checkKey';
export { useEntityScorecardsLink } from './useEntityScorecardsLink';
