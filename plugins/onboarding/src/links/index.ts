export { usePageLinks } from './usePageLinks';
