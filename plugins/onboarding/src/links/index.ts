export { useAddressed, useIsAddressed } from './useAddressed';
export { usePageLinks } from './usePageLinks';
