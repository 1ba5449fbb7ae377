export * from './planJourney';
export * from './setupBegin';
export { settleJourney, type SettledJourney } from './settleJourney';
export type { TaskRecord, TaskRecords, TaskRecordState } from './taskRecord';
