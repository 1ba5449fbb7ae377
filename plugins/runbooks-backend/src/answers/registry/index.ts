export { AuthorizedRunbooks } from './AuthorizedRunbooks';
export { DatabaseRunbooks } from './DatabaseRunbooks';
export { readRunbookSummaries } from './readRunbookSummaries';
export type { Runbooks } from './Runbooks';
export { FAILING } from './readTotals';
