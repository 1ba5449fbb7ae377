/**
 * Reads sources of records page by page, each from where it was left.
 *
 * @packageDocumentation
 */
export { createSourcePositions } from './createSourcePositions';
export { keepLast } from './keepLast';
export { ResumableIntake } from './ResumableIntake';
export type { ResumablePage, ResumableSource } from './ResumableSource';
