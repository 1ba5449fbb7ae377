/**
 * Makes alert coverage, the health of runbooks and what incidents taught facts of scorecards.
 *
 * @packageDocumentation
 */
export { scorecardsModuleRunbooks as default } from './module';
export * from './module';
