export { AuthorizedInsights } from './AuthorizedInsights';
export { DatabaseInsights } from './DatabaseInsights';
export { findUnfilled, summariseUnfilled } from './findUnfilled';
export { summariseTasks } from './summariseTasks';
