/**
 * Tells runbooks of the alerts, incidents and deployments that delivery knows.
 *
 * @packageDocumentation
 */
export { runbooksModuleDelivery as default } from './module';
export * from './module';
