/**
 * Takes the webhooks of Bitbucket Cloud into the delivery backend.
 *
 * @packageDocumentation
 */
export { deliveryModuleBitbucket as default } from './module';
export * from './module';
