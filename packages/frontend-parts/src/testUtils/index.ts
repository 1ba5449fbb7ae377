/**
 * What the tests of screens of several families share.
 *
 * @packageDocumentation
 */
export * from './address';
export * from './fakeNow';
export * from './refusal';
