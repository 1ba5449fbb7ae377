export { assertNoPerson } from './assertNoPerson';
export * from './assertVisibleEntity';
export { DefaultVisibilityService } from './DefaultVisibilityService';
export * from './restrictToVisible';
export * from './Visibility';
export * from './VisibilityService';
