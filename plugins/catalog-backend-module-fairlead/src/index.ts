/**
 * The kinds of Fairlead in the catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleFairlead as default } from './module';
export { fairleadCatalogModelLayer } from './fairleadCatalogModelLayer';
