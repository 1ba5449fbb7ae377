/**
 * What people write, kept from turning around the words beside it.
 *
 * @packageDocumentation
 */
export * from './closeMarks';
export * from './isolate';
export * from './isolated';
