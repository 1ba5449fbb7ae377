export { AuthorizedEntityHistory } from './AuthorizedEntityHistory';
export { AuthorizedEntityRecords } from './AuthorizedEntityRecords';
export { DatabaseEntityHistory } from './DatabaseEntityHistory';
export { DatabaseEntityRecords } from './DatabaseEntityRecords';
export type { EntityHistory } from './EntityHistory';
export type { EntityRecords } from './EntityRecords';
