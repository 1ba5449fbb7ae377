/**
 * Delivery on entity pages, team pages, the home page and a portal page of its own.
 *
 * @packageDocumentation
 */
export { deliveryPlugin as default } from './plugin';
export * from './api';
export { deliveryTranslationRef } from './translation';
