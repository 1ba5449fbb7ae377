export { AuthorizedSourceStatuses } from './AuthorizedSourceStatuses';
export { DatabaseSourceStatuses } from './DatabaseSourceStatuses';
export type { SourceCondition } from './SourceCondition';
