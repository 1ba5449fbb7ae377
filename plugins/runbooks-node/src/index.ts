/**
 * Contracts of the runbooks backend.
 *
 * @packageDocumentation
 */
export * from './extensions';
export * from './records';
export * from './service';
