/**
 * The delivery backend: deliveries of events in, records and measures out.
 *
 * @packageDocumentation
 */
export { deliveryPlugin as default } from './plugin';
