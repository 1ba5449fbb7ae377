/**
 * Contracts of the onboarding backend.
 *
 * @packageDocumentation
 */
export * from './contributions';
export * from './extensions';
export * from './facts';
export * from './service';
