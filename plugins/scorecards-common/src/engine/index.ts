export { compileScorecard } from './compileScorecard';
export * from './types';
