export * from './chooseRunbook';
export { isPattern, matchesPattern } from './matchesPattern';
export * from './mayPage';
export * from './settleFirings';
