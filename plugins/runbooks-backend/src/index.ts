/**
 * The runbooks backend.
 *
 * @packageDocumentation
 */
export { runbooksPlugin as default } from './plugin';
