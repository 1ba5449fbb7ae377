export { EntityName } from './EntityName';
export * from './level';
export * from './owner';
export * from './panels';
export * from './score';
export * from './status';
export * from './value';
