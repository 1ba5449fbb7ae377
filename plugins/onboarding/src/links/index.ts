export { BackLink } from './BackLink';
export { usePageLinks } from './usePageLinks';
