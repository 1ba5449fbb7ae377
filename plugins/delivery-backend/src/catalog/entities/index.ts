export { EntitySync } from './EntitySync';
export * from './knownKinds';
export { scheduleCatalogSync } from './scheduleCatalogSync';
