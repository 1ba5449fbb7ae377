export * from './renderUseTimeline';
