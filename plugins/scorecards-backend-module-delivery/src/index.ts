/**
 * Makes delivery measures facts of scorecards.
 *
 * @packageDocumentation
 */
export { scorecardsModuleDelivery as default } from './module';
export * from './module';
