export { type Actor, readActor } from './readActor';
export * from './VisibilityService';
