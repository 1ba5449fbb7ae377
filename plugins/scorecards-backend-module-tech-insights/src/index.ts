/**
 * Makes the facts of an installed tech-insights facts of scorecards.
 *
 * @packageDocumentation
 */
export { scorecardsModuleTechInsights as default } from './module';
export * from './module';
