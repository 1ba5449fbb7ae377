export * from './ledger';
export * from './sentence';
export * from './summariseWaits';
export * from './types';
