/**
 * A step of templates that goes on only when an entity holds a level or checks of a scorecard.
 *
 * @packageDocumentation
 */
export { scaffolderModuleScorecards as default } from './module';
export * from './module';
