export { readAncestors, readDescendants } from '@fairlead/catalog-copy';
export * from './resolveScope';
export * from './storeOwnerships';
