export { LegacyScorecardsPage } from './LegacyScorecardsPage';
export { ScorecardsPage } from './ScorecardsPage';
