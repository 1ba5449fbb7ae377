export * from './compare';
export * from './dirtyDays';
export * from './trend';
