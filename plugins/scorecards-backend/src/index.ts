/**
 * The scorecards backend: facts in, results out.
 *
 * @packageDocumentation
 */
export { scorecardsPlugin as default } from './plugin';
