export { Day } from './Day';
export { Moment } from './Moment';
export { RelativeTime } from './RelativeTime';
export { useTimeFormat } from './useTimeFormat';
export type { TimeFormat } from './useTimeFormat';
