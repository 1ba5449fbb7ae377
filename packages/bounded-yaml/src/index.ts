/**
 * Reads YAML that others wrote, within bounds.
 *
 * @packageDocumentation
 */
export * from './parseDocuments';
