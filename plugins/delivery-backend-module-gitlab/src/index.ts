/**
 * Takes the webhooks of GitLab into the delivery backend.
 *
 * @packageDocumentation
 */
export { deliveryModuleGitlab as default } from './module';
export * from './module';
