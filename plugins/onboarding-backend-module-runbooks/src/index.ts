/**
 * Tells onboarding of the drills in which somebody used a runbook.
 *
 * @packageDocumentation
 */
export { onboardingModuleRunbooks as default } from './module';
export * from './module';
