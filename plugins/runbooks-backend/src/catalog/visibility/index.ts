export { assertVisibleRunbook } from './assertVisibleRunbook';
export * from './VisibilityService';
export { whereRunbookVisible } from './whereRunbookVisible';
