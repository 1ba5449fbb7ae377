export { AuthorizedWaiting } from './AuthorizedWaiting';
export { DatabaseWaiting } from './DatabaseWaiting';
export type { Waiting } from './Waiting';
