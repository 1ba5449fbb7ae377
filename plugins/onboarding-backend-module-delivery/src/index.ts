/**
 * Tells onboarding of the work of persons that delivery knows.
 *
 * @packageDocumentation
 */
export { onboardingModuleDelivery as default } from './module';
export * from './module';
