export { useEntityRunbooksLink } from './useEntityRunbooksLink';
export { usePageLinks } from './usePageLinks';
