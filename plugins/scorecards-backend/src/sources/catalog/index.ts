export { createCatalogFactSource } from './createCatalogFactSource';
