export * from './ScorecardsApi';
