export { AuthorizedOwnerResults } from './AuthorizedOwnerResults';
export { DatabaseOwnerResults } from './DatabaseOwnerResults';
export * from './OwnerResults';
export { SharedOwnerResults } from './SharedOwnerResults';
