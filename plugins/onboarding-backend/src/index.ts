/**
 * The onboarding backend.
 *
 * @packageDocumentation
 */
export { onboardingPlugin as default } from './plugin';
