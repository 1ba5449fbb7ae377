/**
 * Asks the backend of a plugin from another, as the service that it is.
 *
 * @packageDocumentation
 */
export * from './createServiceClient';
