export * from './commits';
export * from './persons';
export * from './purl';
export * from './repository';
export * from './subjects';
