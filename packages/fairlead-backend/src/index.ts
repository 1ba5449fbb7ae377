/**
 * All backends of Fairlead in one line.
 *
 * @packageDocumentation
 */
export { fairleadLoader as default } from './fairleadLoader';
