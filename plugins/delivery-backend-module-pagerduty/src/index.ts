/**
 * Takes the webhooks of PagerDuty into the delivery backend.
 *
 * @packageDocumentation
 */
export { deliveryModulePagerDuty as default } from './module';
export * from './module';
