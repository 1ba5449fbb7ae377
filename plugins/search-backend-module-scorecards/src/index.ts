/**
 * Finds scorecards and their checks in the search of the portal.
 *
 * @packageDocumentation
 */
export { searchModuleScorecards as default } from './module';
export * from './module';
