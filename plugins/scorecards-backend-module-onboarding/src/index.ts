/**
 * Makes onboarding tracks, setup times, votes on documentation and stuck tasks facts of scorecards.
 *
 * @packageDocumentation
 */
export { scorecardsModuleOnboarding as default } from './module';
export * from './module';
