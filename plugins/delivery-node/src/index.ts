/**
 * Contracts of the delivery backend.
 *
 * @packageDocumentation
 */
export * from './createSourceModule';
export * from './environmentRules';
export * from './extensions';
export * from './findRunbookUrl';
export * from './intake';
export { isKept } from './keptEvents';
export * from './naming';
export * from './parsePayload';
export * from './payloadReader';
export * from './permissions';
export * from './rejections';
export * from './repositoryNames';
export * from './service';
export * from './sources';
