export * from './followUps';
export * from './learning';
export * from './moments';
export * from './recurrence';
export { computeResponderShare } from './responderShare';
export * from './severity';
export { computeStageClocks } from './stageClocks';
export { computeStageMedians } from './stageMedians';
