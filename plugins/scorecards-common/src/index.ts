/**
 * Types, schemas and the rule engine of scorecards. Pure: no I/O, runs in Node and in the browser.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './engine';
export * from './facts';
export * from './permissions';
export * from './results';
export * from './scorecard';
