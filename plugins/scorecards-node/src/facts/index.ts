export * from './FactSource';
export * from './observeValues';
