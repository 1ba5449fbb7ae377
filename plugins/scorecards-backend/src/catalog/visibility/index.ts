export * from './assertVisibleEntity';
export { createVisibilityService } from './createVisibilityService';
export * from './restrictToVisible';
export * from './Visibility';
export * from './VisibilityService';
