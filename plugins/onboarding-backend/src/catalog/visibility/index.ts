export { readActor } from './readActor';
export * from './VisibilityService';
