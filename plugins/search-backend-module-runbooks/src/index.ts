/**
 * Finds runbooks by their text in the search of the portal.
 *
 * @packageDocumentation
 */
export { searchModuleRunbooks as default } from './module';
export * from './module';
