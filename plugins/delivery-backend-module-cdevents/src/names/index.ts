export * from './commits';
export * from './purl';
export * from './repository';
export * from './subjects';
