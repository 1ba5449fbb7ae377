export * from './VisibilityService';
