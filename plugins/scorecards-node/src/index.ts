/**
 * Contracts of the scorecards backend.
 *
 * @packageDocumentation
 */
export * from './extensions';
export * from './facts';
export * from './permissions';
export * from './service';
