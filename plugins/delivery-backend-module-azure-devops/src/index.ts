/**
 * Takes the service hooks of Azure DevOps into the delivery backend.
 *
 * @packageDocumentation
 */
export { deliveryModuleAzureDevops as default } from './module';
export * from './module';
