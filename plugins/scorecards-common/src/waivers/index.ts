export * from './foldDecisions';
export * from './judgeMove';
export * from './types';
