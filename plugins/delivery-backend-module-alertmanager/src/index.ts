/**
 * Takes the webhooks of Alertmanager and Grafana into the delivery backend.
 *
 * @packageDocumentation
 */
export { deliveryModuleAlertmanager as default } from './module';
export * from './module';
