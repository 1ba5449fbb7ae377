/**
 * Takes the webhooks of Rootly into the delivery backend.
 *
 * @packageDocumentation
 */
export { deliveryModuleRootly as default } from './module';
export * from './module';
