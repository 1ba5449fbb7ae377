/**
 * All screens of Fairlead in one dependency.
 *
 * @packageDocumentation
 */
export { fairleadFeatures as default } from './fairleadFeatures';
