/**
 * Any number of rows in one statement, on PostgreSQL and SQLite.
 *
 * @packageDocumentation
 */
export * from './clock';
export * from './inPages';
export * from './insertRows';
export * from './isPostgres';
export { type RowColumns, rowsOf } from './rowsOf';
export * from './storableText';
export * from './whereOneOf';
