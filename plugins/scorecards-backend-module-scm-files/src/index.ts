/**
 * Makes what the files of a repository tell facts of scorecards.
 *
 * @packageDocumentation
 */
export { scorecardsModuleScmFiles as default } from './module';
export * from './module';
