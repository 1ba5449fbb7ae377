export { AuthorizedEntityResults } from './AuthorizedEntityResults';
export { DatabaseEntityResults } from './DatabaseEntityResults';
export * from './EntityResults';
