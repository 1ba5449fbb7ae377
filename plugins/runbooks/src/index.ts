/**
 * Runbooks on entity pages, team pages, the home page and a portal page of its own.
 *
 * @packageDocumentation
 */
export { runbooksPlugin as default } from './plugin';
export * from './api';
export { runbooksTranslationRef } from './translation';
