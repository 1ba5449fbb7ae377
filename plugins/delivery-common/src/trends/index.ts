export * from './compareMeasures';
export * from './trend';
