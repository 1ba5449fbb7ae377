/**
 * What a backend does while its database is away.
 *
 * @packageDocumentation
 */
export * from './changeInTurn';
export * from './databaseChecks';
export * from './isTransient';
export * from './openDatabase';
export * from './rootHealthServiceFactory';
export { rootHealthServiceFactory as default } from './rootHealthServiceFactory';
