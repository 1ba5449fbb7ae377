export { FixThis, isMendedInCatalog } from './FixThis';
