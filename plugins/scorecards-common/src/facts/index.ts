export * from './FactDirectory';
export * from './factId';
export * from './types';
export * from './validateFactValue';
