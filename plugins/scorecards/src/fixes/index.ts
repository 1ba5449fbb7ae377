export { useFix } from './useFix';
export { FixThis, isMendedInCatalog } from './FixThis';
