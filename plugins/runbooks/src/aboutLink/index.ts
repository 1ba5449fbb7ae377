export { EntityRunbookLink } from './EntityRunbookLink';
export { useRunbookIconLink } from './useRunbookIconLink';
