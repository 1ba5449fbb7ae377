export { readStarterOptions } from './readStarterOptions';
export { StarterScorecardsProvider } from './StarterScorecardsProvider';
