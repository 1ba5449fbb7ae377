export * from './compileCampaignFilter';
export * from './describePause';
export * from './foldDecisions';
export * from './judgeMove';
export * from './promise';
export * from './standingChange';
export * from './targetChecks';
export * from './types';
