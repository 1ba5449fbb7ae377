export {
  createDurationFormat,
  type DurationUnit,
} from './createDurationFormat';
export { Day } from './Day';
export { Moment } from './Moment';
export { RelativeTime } from './RelativeTime';
export { useTimeFormat, type TimeFormat } from './useTimeFormat';
