export * from './nearestNames';
export * from './isoDate';
