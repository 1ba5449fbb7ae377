export { CatalogFiles } from './CatalogFiles';
export { DefaultFixes } from './DefaultFixes';
export type { Fixes } from './Fixes';
