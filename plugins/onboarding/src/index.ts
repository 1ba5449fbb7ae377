/**
 * Onboarding on the pages of the catalog, the home page and a portal page of its own: what is next, whether it worked, and
 * whom to ask.
 *
 * @packageDocumentation
 */
export { onboardingPlugin as default } from './plugin';
export * from './api';
export { onboardingTranslationRef } from './translation';
