export { AuthorizedInsights } from './AuthorizedInsights';
export { DatabaseInsights } from './DatabaseInsights';
export { findUnfilled } from './findUnfilled';
export { summariseTasks } from './summariseTasks';
