/**
 * Types, schemas and the rule engine of scorecards. Pure: no I/O, runs in Node and in the browser.
 *
 * @packageDocumentation
 */
export * from './agents';
export * from './api';
export * from './attestations';
export * from './campaigns';
export * from './convert';
export * from './decisions';
export {
  formatDuration,
  isTimeUnit,
  parseDuration,
  tryParseDuration,
} from './duration';
export type { TimeUnit } from './duration';
export * from './engine';
export * from './facts';
export * from './fixes';
export * from './gate';
export * from './lint';
export * from './permissions';
export * from './results';
export * from './rule';
export * from './scorecard';
export * from './signals';
export * from './waivers';
