export * from './level';
export * from './numbers';
export * from './owner';
export * from './panels';
export * from './score';
export * from './status';
export * from './time';
export * from './value';
export { useLocale } from './useLocale';
