export * from './VisibilityService';
export { whereRunbookVisible } from './whereRunbookVisible';
