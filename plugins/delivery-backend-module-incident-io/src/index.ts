/**
 * Takes the webhooks of incident.io into the delivery backend.
 *
 * @packageDocumentation
 */
export { deliveryModuleIncidentIo as default } from './module';
export * from './module';
