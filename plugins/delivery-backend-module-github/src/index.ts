/**
 * Takes the webhooks of GitHub into the delivery backend.
 *
 * @packageDocumentation
 */
export { deliveryModuleGithub as default } from './module';
export * from './module';
