export * from './compareMeasures';
export * from './dirtyDays';
export * from './trend';
