/**
 * Contracts of the delivery backend.
 *
 * @packageDocumentation
 */
export * from './extensions';
export * from './intake';
export { isKept } from './keptEvents';
export * from './parsePayload';
export * from './payloadReader';
export * from './permissions';
export * from './rejections';
export * from './service';
export * from './sources';
