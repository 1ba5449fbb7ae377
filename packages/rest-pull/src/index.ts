/**
 * Asks the REST APIs of code hosts what is new, and says in plain words what could not be asked.
 *
 * @packageDocumentation
 */
export * from './AnswerCache';
export * from './describeFailure';
export * from './encodeSlug';
export * from './findOnHosts';
export * from './hasStatus';
export * from './locateSubjects';
export * from './pullEach';
export * from './RestApi';
export * from './textOf';
