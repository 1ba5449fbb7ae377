export { compareForPreview } from './compareForPreview';
export { compileScorecard } from './compileScorecard';
export * from './types';
