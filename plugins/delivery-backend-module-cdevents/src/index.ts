/**
 * Takes CDEvents into the delivery backend.
 *
 * @packageDocumentation
 */
export { deliveryModuleCdevents as default } from './module';
export * from './module';
