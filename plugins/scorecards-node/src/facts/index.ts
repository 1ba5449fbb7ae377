export * from './FactSource';
