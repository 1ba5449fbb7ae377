export { assertVisibleRunbook } from './assertVisibleRunbook';
export { type Actor, readActor } from './readActor';
export * from './VisibilityService';
export { whereRunbookVisible } from './whereRunbookVisible';
