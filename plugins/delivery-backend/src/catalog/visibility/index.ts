export { assertNoPerson } from './assertNoPerson';
export {
  assertVisibleEntity,
  restrictToVisible,
  unknownEntityMessage,
} from '@fairlead/catalog-copy';
export { DefaultVisibilityService } from './DefaultVisibilityService';
export * from './Visibility';
export * from './VisibilityService';
