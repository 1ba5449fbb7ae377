export { AuthorizedFeed } from './AuthorizedFeed';
export { DatabaseFeed } from './DatabaseFeed';
