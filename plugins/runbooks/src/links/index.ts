export { hostOf } from './hostOf';
export { useEntityRunbooksLink } from './useEntityRunbooksLink';
export { usePageLinks, type Occasion } from './usePageLinks';
