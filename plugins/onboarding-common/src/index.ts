/**
 * What an onboarding track is, how a journey goes, how its tasks are verified, and the times of cohorts.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './audience';
export * from './checklist';
export * from './generate';
export * from './help';
export * from './journey';
export * from './links';
export * from './permissions';
export * from './times';
export * from './track';
export * from './verify';
