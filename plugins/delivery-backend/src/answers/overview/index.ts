export { AuthorizedOverview } from './AuthorizedOverview';
export { DatabaseOverview } from './DatabaseOverview';
export type { Overview } from './Overview';
