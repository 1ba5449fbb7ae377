export { findAnsweringTeams } from './findAnsweringTeams';
export * from './judgeAnswerMoves';
export * from './judgeAnswers';
export * from './readQuestion';
export * from './types';
