export { AuthorizedOverview } from './AuthorizedOverview';
export { DatabaseOverview } from './DatabaseOverview';
export { SharedOverview } from './SharedOverview';
export type { Overview } from './Overview';
