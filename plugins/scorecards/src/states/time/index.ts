export { Day } from './Day';
export { RelativeTime } from './RelativeTime';
export { useTimeFormat } from './useTimeFormat';
export type { TimeFormat } from './useTimeFormat';
