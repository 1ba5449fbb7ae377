export * from './duration';
export * from './measure';
export * from './numbers';
export * from './panels';
export * from './time';
export * from './wait';
export { useLocale } from './useLocale';
