/**
 * Scorecards on entity pages, team pages, the home page and a portal page of their own.
 *
 * @packageDocumentation
 */
export { scorecardsPlugin as default } from './plugin';
export * from './api';
export { createScorecardLevelColumn } from './catalogColumn';
export { scorecardsTranslationRef } from './translation';
