export * from './bands';
export * from './cohorts';
export * from './median';
export * from './quarters';
export * from './smallCohorts';
export * from './taskFigures';
export * from './workingSeconds';
