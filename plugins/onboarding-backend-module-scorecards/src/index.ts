/**
 * Lets tasks of onboarding be verified by facts.
 *
 * @packageDocumentation
 */
export { onboardingModuleScorecards as default } from './module';
export * from './module';
